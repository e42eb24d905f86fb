package dev.ravel.resolver.standardise;

/**
 * Recognises Chinese mobile numbers in their usual writings: eleven digits, single blanks or hyphens between them,
 * {@code +86} or {@code 0086} before them. What it recognises is what libphonenumber's parser for the region CN would read
 * as country code 86 with the same national number, at a hundredth of its cost; a test holds the two against each other.
 * Whether such a number is in use is still libphonenumber's to say.
 */
final class ChineseMobile {
    static final int COUNTRY_CODE = 86;
    static final String REGION = "CN";

    /** What {@link #nationalNumber} gives for texts that are not plainly a mobile number. */
    static final long NONE = -1;

    private static final int DIGITS = 11;

    private ChineseMobile() {}

    /** The eleven digits as a number; {@link #NONE} if the text is anything else, or may be. */
    static long nationalNumber(String text) {
        int at = 0;
        if (text.startsWith("+86")) {
            at = 3;
        } else if (text.startsWith("0086")) {
            at = 4;
        }
        if (at > 0 && at < text.length() && isSeparator(text.charAt(at))) {
            at++;
        }
        long number = 0;
        int digits = 0;
        boolean afterDigit = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
                afterDigit = true;
                if (++digits > DIGITS) {
                    return NONE;
                }
            } else if (afterDigit && isSeparator(c)) {
                afterDigit = false;
            } else {
                return NONE;
            }
        }
        return afterDigit && digits == DIGITS && isMobile(number) ? number : NONE;
    }

    /** Not what begins with 10, 11, 12 or 179: services, and the dialling codes of carriers before another number. */
    private static boolean isMobile(long number) {
        return number >= 13_000_000_000L
                && number < 20_000_000_000L
                && (number < 17_900_000_000L || number >= 18_000_000_000L);
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-';
    }
}
