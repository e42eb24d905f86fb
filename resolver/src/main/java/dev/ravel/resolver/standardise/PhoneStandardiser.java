package dev.ravel.resolver.standardise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Telephone numbers by libphonenumber: E.164 for what is valid in the default region or carries a country code. What is
 * not valid keeps its digits, because two systems may still agree on them, but only corroborates; so do masked and hashed
 * numbers, and those that a platform lends to an order.
 */
final class PhoneStandardiser {
    /** Fewer digits than this are no telephone number. */
    static final int MIN_DIGITS = 5;

    /** Fewer digits after a mobile number are a slip, not an extension. */
    private static final int MIN_EXTENSION_DIGITS = 3;

    /** Extensions have at most this many digits. */
    private static final int MAX_EXTENSION_DIGITS = 6;

    private static final String EXTENSION = ";ext=";

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    private final ChineseMobileTypes chineseMobiles = new ChineseMobileTypes(phones);
    private final String defaultRegion;
    private final int homeCountryCode;
    private final boolean inChina;

    PhoneStandardiser(String defaultRegion) {
        this.defaultRegion = defaultRegion;
        this.homeCountryCode = phones.getCountryCodeForRegion(defaultRegion);
        this.inChina = defaultRegion.equals(ChineseMobile.REGION);
    }

    /**
     * Gives each number of a cell with how it is written there; several where each part of the cell is a valid number by
     * itself.
     */
    void each(String raw, BiConsumer<StandardPhone, String> found) {
        Optional<StandardPhone> whole = standardise(raw);
        List<String> parts =
                whole.isPresent() && isOne(whole.get()) ? List.of() : JoinedValues.of(raw, this::isValidNumber);
        if (parts.isEmpty()) {
            whole.ifPresent(phone -> found.accept(phone, raw));
        }
        for (String part : parts) {
            standardise(part).ifPresent(phone -> found.accept(phone, part));
        }
    }

    private boolean isValidNumber(String text) {
        return standardise(text)
                .filter(phone -> phone.kind() != StandardPhone.Kind.MASKED
                        && phone.kind() != StandardPhone.Kind.HASHED
                        && isOne(phone))
                .isPresent();
    }

    /** Whether there is no second number in it: what libphonenumber takes for an extension may be one. */
    private static boolean isOne(StandardPhone phone) {
        int extension = phone.value().indexOf(EXTENSION);
        return phone.kind() != StandardPhone.Kind.DIGITS
                && (extension < 0 || phone.value().length() - extension - EXTENSION.length() <= MAX_EXTENSION_DIGITS);
    }

    /** The number in its comparable form, of a text that holds one; empty if the text holds no number. */
    Optional<StandardPhone> standardise(String raw) {
        String text = FoldedText.of(raw);
        long mobile = inChina ? ChineseMobile.nationalNumber(text) : ChineseMobile.NONE;
        return mobile == ChineseMobile.NONE ? unusual(SpreadsheetNumber.repaired(text)) : chinese(mobile, text);
    }

    private Optional<StandardPhone> unusual(String text) {
        if (isMasked(text)) {
            return masked(text);
        }
        String last = text.substring(text.lastIndexOf(':') + 1);
        if (HashedPhone.isHash(last)) {
            return Optional.of(new StandardPhone(last, StandardPhone.Kind.HASHED, false));
        }
        return parsed(text);
    }

    /**
     * A Chinese mobile number with an extension (短期隐私号): a platform's own, lent to an order for some days. Mobile
     * numbers of people have no extension. Written with 转, a comma, a hyphen, {@code #} or {@code ext} between.
     */
    private static Optional<StandardPhone> privacyNumber(String text) {
        int end = text.length();
        int at = end;
        while (at > 0 && isDigit(text.charAt(at - 1))) {
            at--;
        }
        if (end - at < MIN_EXTENSION_DIGITS
                || end - at > MAX_EXTENSION_DIGITS
                || at == 0
                || text.charAt(at - 1) == ' ') {
            return Optional.empty();
        }
        int numberEnd = at;
        while (numberEnd > 0 && !isDigit(text.charAt(numberEnd - 1))) {
            numberEnd--;
        }
        long mobile = ChineseMobile.nationalNumber(text.substring(0, numberEnd));
        return mobile == ChineseMobile.NONE
                ? Optional.empty()
                : Optional.of(new StandardPhone(
                        "+86" + mobile + EXTENSION + text.substring(at), StandardPhone.Kind.PRIVACY, true));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** What a text means to libphonenumber's parser. */
    Optional<StandardPhone> parsed(String text) {
        try {
            return valid(phones.parse(text, defaultRegion)).or(() -> invalid(text));
        } catch (NumberParseException e) {
            return invalid(text);
        }
    }

    private Optional<StandardPhone> invalid(String text) {
        return inChina ? privacyNumber(text).or(() -> digits(text)) : digits(text);
    }

    private Optional<StandardPhone> valid(PhoneNumber number) {
        PhoneNumberType type = phones.getNumberType(number);
        if (type == PhoneNumberType.UNKNOWN) { // which is what isValidNumber would ask a second time
            return Optional.empty();
        }
        boolean home = type == PhoneNumberType.MOBILE && number.getCountryCode() == homeCountryCode;
        boolean lent = home && inChina && number.hasExtension();
        return Optional.of(new StandardPhone(format(number), lent ? StandardPhone.Kind.PRIVACY : kind(type), home));
    }

    private Optional<StandardPhone> chinese(long nationalNumber, String text) {
        PhoneNumberType type = chineseMobiles.of(nationalNumber);
        return type == PhoneNumberType.UNKNOWN
                ? digits(text)
                : Optional.of(new StandardPhone("+86" + nationalNumber, kind(type), type == PhoneNumberType.MOBILE));
    }

    private String format(PhoneNumber number) {
        String e164 = phones.format(number, PhoneNumberFormat.E164);
        return number.hasExtension() ? e164 + EXTENSION + number.getExtension() : e164;
    }

    private static StandardPhone.Kind kind(PhoneNumberType type) {
        return switch (type) {
            case TOLL_FREE, PREMIUM_RATE, SHARED_COST, UAN, VOICEMAIL -> StandardPhone.Kind.HOTLINE;
            case FIXED_LINE, MOBILE, FIXED_LINE_OR_MOBILE, VOIP, PERSONAL_NUMBER, PAGER, UNKNOWN ->
                StandardPhone.Kind.SUBSCRIBER;
        };
    }

    private static Optional<StandardPhone> digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.length() < MIN_DIGITS
                ? Optional.empty()
                : Optional.of(new StandardPhone(digits.toString(), StandardPhone.Kind.DIGITS, false));
    }

    /** What hides a digit; a single {@code #} stands before an extension. */
    private static boolean hides(char c) {
        return "*x#●•○×?".indexOf(c) >= 0;
    }

    private static boolean isMasked(String text) {
        int stars = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (hides(c)) {
                stars++;
            } else if (c >= '0' && c <= '9') {
                digits++;
            }
        }
        return stars >= 3 && digits >= 3;
    }

    private static Optional<StandardPhone> masked(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                shown.append(c);
            } else if (hides(c)) {
                shown.append('*');
            }
        }
        return Optional.of(new StandardPhone(shown.toString(), StandardPhone.Kind.MASKED, false));
    }
}
