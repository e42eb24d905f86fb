package dev.ravel.resolver.comparison;

/**
 * Telephone numbers in international form as one number each: four bits a digit, behind a 1 that tells where they begin.
 * Equal texts have equal numbers.
 */
final class PackedPhone {
    private static final int BITS = 4;
    private static final int MAX_DIGITS = Long.SIZE / BITS - 1;

    private PackedPhone() {}

    /** The number of a text that is a plus sign and 1 to {@value #MAX_DIGITS} digits; 0 for any other. */
    static long of(String phone) {
        int digits = phone.length() - 1;
        if (digits < 1 || digits > MAX_DIGITS || phone.charAt(0) != '+') {
            return 0;
        }
        long packed = 1;
        for (int i = 1; i <= digits; i++) {
            int digit = phone.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            packed = packed << BITS | digit;
        }
        return packed;
    }

    /**
     * Whether one digit was replaced, added or left out, or two neighbours swapped: where {@link EditDistance#alignment} of
     * the texts is 1.
     */
    static boolean oneEditApart(long a, long b) {
        int lengthA = length(a);
        int lengthB = length(b);
        if (a == b || Math.abs(lengthA - lengthB) > 1) {
            return false;
        }
        int sameEnd = Math.min(Long.numberOfTrailingZeros(a ^ b) / BITS, Math.min(lengthA, lengthB)) * BITS;
        long restA = a >>> sameEnd;
        long restB = b >>> sameEnd;
        if (lengthA == lengthB) {
            return restA >>> BITS == restB >>> BITS || (swapped(restA) == (restB & 0xff) && restA >>> 8 == restB >>> 8);
        }
        return lengthA > lengthB ? restA >>> BITS == restB : restB >>> BITS == restA;
    }

    /** The last two digits in the other order. */
    private static long swapped(long packed) {
        return (packed & 15) << BITS | (packed >>> BITS & 15);
    }

    /** How many digits there are. */
    private static int length(long packed) {
        return (Long.SIZE - 1 - Long.numberOfLeadingZeros(packed)) / BITS;
    }
}
