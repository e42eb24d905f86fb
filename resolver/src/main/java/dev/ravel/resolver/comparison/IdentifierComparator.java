package dev.ravel.resolver.comparison;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierRole;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.standardise.HashedPhone;
import dev.ravel.resolver.standardise.PersonName;
import dev.ravel.resolver.standardise.StandardRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How identifiers of one kind agree: documents, phones, e-mail addresses, accounts, devices, web sites. Suppressed ones
 * are as if they were not there. Of several values the best pair counts. A phone, a mailbox or a device that is the
 * customers' own is full evidence only if both records carried it at one time.
 */
final class IdentifierComparator {
    static final int SAME_PHONE = LevelPattern.number(Comparison.PHONE, "same");
    private static final int PHONE_OF_OTHER_TIME = LevelPattern.number(Comparison.PHONE, "sameOtherTime");
    private static final int WEAK_PHONE = LevelPattern.number(Comparison.PHONE, "sameWeak");
    private static final int PHONE_TAIL = LevelPattern.number(Comparison.PHONE, "sameTail");
    static final int ONE_DIGIT_OFF = LevelPattern.number(Comparison.PHONE, "oneDigitOff");
    static final int DIFFERENT_PHONE = LevelPattern.number(Comparison.PHONE, "different");

    private static final int SAME_EMAIL = LevelPattern.number(Comparison.EMAIL, "same");
    private static final int EMAIL_OF_OTHER_TIME = LevelPattern.number(Comparison.EMAIL, "sameOtherTime");
    private static final int EMAIL_OF_ROLE = LevelPattern.number(Comparison.EMAIL, "sameRole");
    private static final int SIMILAR_EMAIL = LevelPattern.number(Comparison.EMAIL, "similar");
    private static final int SAME_LOCAL_PART = LevelPattern.number(Comparison.EMAIL, "sameLocalPart");
    private static final int DIFFERENT_EMAIL = LevelPattern.number(Comparison.EMAIL, "different");

    private static final int SAME_DEVICE = LevelPattern.number(Comparison.DEVICE, "same");
    private static final int DEVICE_OF_OTHER_TIME = LevelPattern.number(Comparison.DEVICE, "sameOtherTime");

    /** So many equal last digits are one number with and without its area code. */
    private static final int SHORT_TAIL = 7;

    /** So many equal last digits are enough even where both numbers go on differently before them. */
    private static final int LONG_TAIL = 9;

    private static final int MIN_DOCUMENT_TYPO = 7;
    private static final int MIN_SHOWN = 4;
    private static final int MAX_EMAIL_EDITS = 2;

    private IdentifierComparator() {}

    /** The level of a comparison whose levels are {@code same, samePart, oneSignOff, different}; 0 without values. */
    static int documents(LiveRecord a, LiveRecord b, IdentifierType type) {
        int best = 0;
        for (int i = a.standard().first(type); i < a.standard().end(type); i++) {
            for (int j = b.standard().first(type); j < b.standard().end(type); j++) {
                if (a.isEvidence(i) && b.isEvidence(j)) {
                    best = better(best, document(identifier(a, i), identifier(b, j)));
                }
            }
        }
        return best;
    }

    private static int document(Identifier a, Identifier b) {
        if (!a.scope().isEmpty() && !b.scope().isEmpty() && !a.scope().equals(b.scope())) {
            return 0;
        }
        boolean whole = a.role() == IdentifierRole.OWNER && b.role() == IdentifierRole.OWNER;
        if (a.value().equals(b.value())) {
            return whole ? 1 : 2;
        }
        if (!whole && agreesAsFarAsShown(a.value(), b.value())) {
            return 2;
        }
        boolean longEnough = Math.min(a.value().length(), b.value().length()) >= MIN_DOCUMENT_TYPO;
        boolean slip = longEnough && !isMasked(a, b) && EditDistance.alignment(a.value(), b.value()) == 1;
        if (slip) {
            return 3;
        }
        return whole && areOfOneRegister(a, b) ? 4 : 0;
    }

    /**
     * Whether two numbers of companies can be of one register: companies are in several, and two numbers of different length
     * contradict each other in nothing, nor do those of different make-up where a scope is unknown. Of other documents a
     * person has one. Scopes that are both known are equal here.
     */
    private static boolean areOfOneRegister(Identifier a, Identifier b) {
        if (a.type() != IdentifierType.TAX_ID && a.type() != IdentifierType.BUSINESS_LICENCE) {
            return true;
        }
        String x = a.value();
        String y = b.value();
        boolean scoped = !a.scope().isEmpty() && !b.scope().isEmpty();
        return x.length() == y.length() && (scoped || hasLetter(x) == hasLetter(y));
    }

    private static boolean hasLetter(String number) {
        for (int i = 0; i < number.length(); i++) {
            if (Character.isLetter(number.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether one has as tax number what the other has as number of a register: lists call the same number by either name.
     * A short number may be in both by chance.
     */
    static boolean shareNumberOfCompany(LiveRecord a, LiveRecord b) {
        return shareNumber(a, IdentifierType.TAX_ID, b, IdentifierType.BUSINESS_LICENCE)
                || shareNumber(b, IdentifierType.TAX_ID, a, IdentifierType.BUSINESS_LICENCE);
    }

    private static boolean shareNumber(LiveRecord a, IdentifierType typeA, LiveRecord b, IdentifierType typeB) {
        for (int i = a.standard().first(typeA); i < a.standard().end(typeA); i++) {
            for (int j = b.standard().first(typeB); j < b.standard().end(typeB); j++) {
                Identifier one = identifier(a, i);
                Identifier other = identifier(b, j);
                if (a.isEvidence(i)
                        && b.isEvidence(j)
                        && one.value().length() >= MIN_DOCUMENT_TYPO
                        && document(one, other) == 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMasked(Identifier a, Identifier b) {
        return a.value().indexOf('*') >= 0 || b.value().indexOf('*') >= 0;
    }

    /** The level of {@link Comparison#PHONE} without regard to who shares it. */
    static int phones(LiveRecord a, LiveRecord b) {
        int best = 0;
        IdentifierType type = IdentifierType.PHONE;
        for (int i = a.standard().first(type); i < a.standard().end(type); i++) {
            for (int j = b.standard().first(type); j < b.standard().end(type); j++) {
                if (a.isEvidence(i) && b.isEvidence(j)) {
                    best = better(best, phone(a.standard(), i, b.standard(), j));
                }
            }
        }
        return best;
    }

    private static int phone(StandardRecord recordA, int i, StandardRecord recordB, int j) {
        Identifier a = recordA.identifiers().get(i);
        Identifier b = recordB.identifiers().get(j);
        String x = a.value();
        String y = b.value();
        boolean owned = a.role() == IdentifierRole.OWNER && b.role() == IdentifierRole.OWNER;
        if (x.equals(y)) {
            if (!owned) {
                return WEAK_PHONE;
            }
            return recordA.carriedWith(i, recordB, j) ? SAME_PHONE : PHONE_OF_OTHER_TIME;
        }
        if (x.indexOf('*') >= 0 || y.indexOf('*') >= 0) {
            return agreesAsFarAsShown(x, y) ? WEAK_PHONE : 0;
        }
        boolean hashX = HashedPhone.isHash(x);
        boolean hashY = HashedPhone.isHash(y);
        if (hashX || hashY) {
            return hashX != hashY && HashedPhone.isOf(hashX ? x : y, hashX ? y : x) ? WEAK_PHONE : 0;
        }
        if (isLent(a) || isLent(b) || isOfRecipient(a) || isOfRecipient(b)) {
            return 0;
        }
        boolean bothValid = x.charAt(0) == '+' && y.charAt(0) == '+';
        if (!bothValid && sameTail(x, y)) {
            return PHONE_TAIL;
        }
        return EditDistance.alignment(x, y) == 1 ? ONE_DIGIT_OFF : DIFFERENT_PHONE;
    }

    /** Whether it is a platform's number with an extension, which says nothing of the customer's other numbers. */
    private static boolean isLent(Identifier phone) {
        return phone.role() == IdentifierRole.CORROBORATING && phone.value().indexOf(';') >= 0;
    }

    /** Whether it is the number of one who receives goods for the customer, which says nothing of the customer's own. */
    private static boolean isOfRecipient(Identifier phone) {
        return phone.role() == IdentifierRole.RECIPIENT;
    }

    /** Whether one number is the end of the other, which has its area code too, or their long ends are equal. */
    private static boolean sameTail(String x, String y) {
        int shorter = Math.min(digits(x), digits(y));
        return (shorter >= SHORT_TAIL && endAlike(x, y, shorter))
                || (shorter >= LONG_TAIL && endAlike(x, y, LONG_TAIL));
    }

    private static boolean endAlike(String x, String y, int length) {
        return x.regionMatches(x.length() - length, y, y.length() - length, length);
    }

    private static int digits(String phone) {
        return phone.charAt(0) == '+' ? phone.length() - 1 : phone.length();
    }

    /** Whether two values could be one, a star standing for any sign; the ends are lined up, as a prefix may be missing. */
    private static boolean agreesAsFarAsShown(String x, String y) {
        int shown = 0;
        int length = Math.min(x.length(), y.length());
        for (int i = 1; i <= length; i++) {
            char c = x.charAt(x.length() - i);
            char d = y.charAt(y.length() - i);
            if (c != '*' && d != '*') {
                if (c != d) {
                    return false;
                }
                shown++;
            }
        }
        return shown >= MIN_SHOWN;
    }

    /**
     * The level of {@link Comparison#EMAIL} without regard to who shares it.
     *
     * @param nameA the first record's name, if the names of the two agree: what says no more than it is no evidence
     * @param nameB the second record's name, if the names of the two agree
     */
    static int emails(LiveRecord a, LiveRecord b, @Nullable PersonName nameA, @Nullable PersonName nameB) {
        int best = 0;
        IdentifierType type = IdentifierType.EMAIL;
        for (int i = a.standard().first(type); i < a.standard().end(type); i++) {
            for (int j = b.standard().first(type); j < b.standard().end(type); j++) {
                if (a.isEvidence(i) && b.isEvidence(j)) {
                    best = better(best, email(a.standard(), i, b.standard(), j, nameA, nameB));
                }
            }
        }
        return best;
    }

    private static int email(
            StandardRecord recordA,
            int i,
            StandardRecord recordB,
            int j,
            @Nullable PersonName nameA,
            @Nullable PersonName nameB) {
        Identifier a = recordA.identifiers().get(i);
        Identifier b = recordB.identifiers().get(j);
        boolean role = a.role() != IdentifierRole.OWNER || b.role() != IdentifierRole.OWNER;
        if (a.value().equals(b.value())) {
            if (role) {
                return EMAIL_OF_ROLE;
            }
            return recordA.carriedWith(i, recordB, j) ? SAME_EMAIL : EMAIL_OF_OTHER_TIME;
        }
        if (role) {
            return 0;
        }
        if (isMistyped(a.value(), b.value())) {
            return SIMILAR_EMAIL;
        }
        int at = a.value().lastIndexOf('@');
        boolean sameLocal = at == b.value().lastIndexOf('@') && a.value().regionMatches(0, b.value(), 0, at);
        return sameLocal && !isName(a.value(), at, nameA) && !isName(a.value(), at, nameB)
                ? SAME_LOCAL_PART
                : DIFFERENT_EMAIL;
    }

    private static boolean isName(String address, int end, @Nullable PersonName name) {
        return name != null && MailboxParts.spells(address, end, name);
    }

    /** Two edits at most, and not in the digits: {@code smith1} and {@code smith2} are two people. */
    private static boolean isMistyped(String x, String y) {
        return Math.abs(x.length() - y.length()) <= MAX_EMAIL_EDITS
                && EditDistance.alignment(x, y) <= MAX_EMAIL_EDITS
                && haveSameDigits(x, y);
    }

    private static boolean haveSameDigits(String x, String y) {
        int i = nextDigit(x, 0);
        int j = nextDigit(y, 0);
        while (i < x.length() && j < y.length()) {
            if (x.charAt(i) != y.charAt(j)) {
                return false;
            }
            i = nextDigit(x, i + 1);
            j = nextDigit(y, j + 1);
        }
        return i == x.length() && j == y.length();
    }

    private static int nextDigit(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) < '0' || text.charAt(at) > '9')) {
            at++;
        }
        return at;
    }

    /** The level of {@link Comparison#DEVICE} without regard to who shares it. */
    static int devices(LiveRecord a, LiveRecord b) {
        int best = 0;
        IdentifierType type = IdentifierType.DEVICE;
        for (int i = a.standard().first(type); i < a.standard().end(type); i++) {
            for (int j = b.standard().first(type); j < b.standard().end(type); j++) {
                if (a.isEvidence(i) && b.isEvidence(j) && isSame(identifier(a, i), identifier(b, j))) {
                    boolean together = a.standard().carriedWith(i, b.standard(), j);
                    best = better(best, together ? SAME_DEVICE : DEVICE_OF_OTHER_TIME);
                }
            }
        }
        return best;
    }

    /** Whether the two share a value of a kind: 1, or 0. */
    static int shared(LiveRecord a, LiveRecord b, IdentifierType type) {
        for (int i = a.standard().first(type); i < a.standard().end(type); i++) {
            for (int j = b.standard().first(type); j < b.standard().end(type); j++) {
                if (a.isEvidence(i) && b.isEvidence(j) && isSame(identifier(a, i), identifier(b, j))) {
                    return 1;
                }
            }
        }
        return 0;
    }

    /** Whether the two have values of a kind that are evidence. */
    static boolean bothHave(LiveRecord a, LiveRecord b, IdentifierType type) {
        return has(a, type) && has(b, type);
    }

    /** Whether a record has a value of a kind that is evidence. */
    static boolean has(LiveRecord record, IdentifierType type) {
        for (int i = record.standard().first(type); i < record.standard().end(type); i++) {
            if (record.isEvidence(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(Identifier a, Identifier b) {
        return a.value().equals(b.value()) && a.scope().equals(b.scope());
    }

    private static Identifier identifier(LiveRecord record, int index) {
        List<Identifier> identifiers = record.standard().identifiers();
        return identifiers.get(index);
    }

    /** The smaller level number, 0 meaning none. */
    static int better(int best, int level) {
        if (best == 0) {
            return level;
        }
        return level == 0 ? best : Math.min(best, level);
    }
}
