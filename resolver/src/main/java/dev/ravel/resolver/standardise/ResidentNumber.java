package dev.ravel.resolver.standardise;

/**
 * The identity number of a Chinese resident (居民身份证, GB 11643-1999): six digits of a district, the birth date, three
 * digits of order, and an ISO 7064 MOD 11-2 check sign. Until 1999 it had fifteen digits: a two-digit year, and no check.
 */
final class ResidentNumber {
    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int DISTRICT = 6;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private ResidentNumber() {}

    /** Whether a value is built like one of eighteen signs, whatever its check sign. */
    static boolean hasShape(String value) {
        return value.length() == LENGTH
                && areDigits(value, LENGTH - 1)
                && (Character.isDigit(value.charAt(LENGTH - 1)) || value.charAt(LENGTH - 1) == 'X')
                && isDay(value, DISTRICT + 4);
    }

    /** Whether a value is built like one of eighteen signs and has the right check sign. */
    static boolean isValid(String value) {
        return hasShape(value) && check(value) == value.charAt(LENGTH - 1);
    }

    /** Whether a value is built like one of fifteen digits. */
    static boolean isOld(String value) {
        return value.length() == OLD_LENGTH && areDigits(value, OLD_LENGTH) && isDay(value, DISTRICT + 2);
    }

    /** The number of eighteen signs of the one for whom {@link #isOld} holds: born in the twentieth century. */
    static String modern(String old) {
        String body = old.substring(0, DISTRICT) + "19" + old.substring(DISTRICT);
        return body + check(body);
    }

    private static char check(String value) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (value.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    private static boolean isDay(String value, int monthAt) {
        int month = Integer.parseInt(value.substring(monthAt, monthAt + 2));
        int day = Integer.parseInt(value.substring(monthAt + 2, monthAt + 4));
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    private static boolean areDigits(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
