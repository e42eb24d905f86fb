package dev.ravel.generator;

import dev.ravel.model.record.AttributeName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What systems and people make of phone numbers. */
final class PhoneFlaws {
    private static final Map<String, String> HASHES =
            Map.of(SourceSystem.SHOP.source(), "SHA-1", SourceSystem.APP.source(), "SHA-256");

    private static final int MOBILE_DIGITS = 11;
    private static final int LENT_NUMBERS = 40;
    private static final long FIRST_LENT = 17_000_000_000L;

    private PhoneFlaws() {}

    static void mask(RecordDraft draft, Dice dice) {
        mobiles(draft, digits -> new Phone(digits, 0).masked());
    }

    static void hash(RecordDraft draft, Dice dice) {
        String algorithm = HASHES.getOrDefault(draft.key().source(), "MD5");
        mobiles(draft, digits -> hashed(digits, algorithm));
    }

    static void lend(RecordDraft draft, Dice dice) {
        mobiles(draft, digits -> {
            long lent = FIRST_LENT + dice.below(LENT_NUMBERS);
            return lent + "转" + String.format(Locale.ROOT, "%04d", dice.below(10_000));
        });
    }

    static void shorten(RecordDraft draft, Dice dice) {
        mobiles(draft, digits -> digits.charAt(0) + "." + digits.substring(1, 3) + "E+10");
    }

    static void writeScientifically(RecordDraft draft, Dice dice) {
        mobiles(draft, digits -> digits.charAt(0) + "." + digits.substring(1) + "E+10");
    }

    static void mistype(RecordDraft draft, Dice dice) {
        mobiles(draft, digits -> new Phone(digits, 0).mistyped(dice));
    }

    private static void mobiles(RecordDraft draft, UnaryOperator<String> change) {
        draft.replace(AttributeName.PHONE, raw -> {
            String digits = mobileDigits(raw);
            return digits.length() == MOBILE_DIGITS ? change.apply(digits) : raw;
        });
    }

    private static String mobileDigits(String raw) {
        StringBuilder digits = new StringBuilder();
        raw.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        String all = digits.toString();
        String national = all.startsWith("0086") ? all.substring(4) : all.startsWith("86") ? all.substring(2) : all;
        return national.startsWith("1") ? national : "";
    }

    private static String hashed(String text, String algorithm) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
