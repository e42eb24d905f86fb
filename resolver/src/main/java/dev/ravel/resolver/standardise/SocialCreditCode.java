package dev.ravel.resolver.standardise;

/**
 * The unified social credit code of a Chinese organisation (统一社会信用代码, GB 32100-2015): two signs that say who
 * registered it and as what, six digits of a district, nine signs of the organisation, and a check sign modulo 31. The
 * letters I, O, S, V and Z do not occur.
 */
final class SocialCreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int DISTRICT = 2;
    private static final int DISTRICT_END = 8;

    private SocialCreditCode() {}

    /** Whether a value is built like one, whatever its check sign. */
    static boolean hasShape(String value) {
        if (value.length() != WEIGHTS.length + 1) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            int sign = ALPHABET.indexOf(value.charAt(i));
            boolean digitAsked = i >= DISTRICT && i < DISTRICT_END;
            if (sign < 0 || (digitAsked && sign > 9)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value is built like one and has the right check sign. */
    static boolean isValid(String value) {
        if (!hasShape(value)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(value.charAt(i)) * WEIGHTS[i];
        }
        int modulus = ALPHABET.length();
        return value.charAt(WEIGHTS.length) == ALPHABET.charAt((modulus - sum % modulus) % modulus);
    }
}
