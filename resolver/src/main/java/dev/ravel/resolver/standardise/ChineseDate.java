package dev.ravel.resolver.standardise;

/**
 * Chinese dates that are not in digits, or count from another year: {@code 一九九〇年三月十二日}, {@code 民国79年3月12日}
 * (1990).
 */
final class ChineseDate {
    private static final String NUMERALS = "〇一二三四五六七八九";
    private static final String REPUBLIC = "民国";
    private static final int BEFORE_REPUBLIC = 1911;
    private static final char TEN = '十';

    private ChineseDate() {}

    /** The text with numerals as digits and years since 1; as it is if it has neither. */
    static String inDigits(String text) {
        if (!FoldedText.hasHan(text) && text.indexOf('〇') < 0) {
            return text;
        }
        StringBuilder digits = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isNumeral(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                digits.append(number(text, at, end));
                at = end;
            } else {
                digits.append(text.charAt(at++));
            }
        }
        return sinceOne(digits.toString().replace("民国元年", "民国1年"));
    }

    private static boolean isNumeral(char c) {
        return c == TEN || c == '零' || NUMERALS.indexOf(c) >= 0;
    }

    /** A year is read numeral by numeral, a month or day by its tens. */
    private static String number(String text, int from, int to) {
        int ten = text.substring(from, to).indexOf(TEN);
        if (ten < 0) {
            StringBuilder digits = new StringBuilder(to - from);
            for (int i = from; i < to; i++) {
                digits.append(digit(text.charAt(i)));
            }
            return digits.toString();
        }
        int tens = ten == 0 ? 1 : digit(text.charAt(from + ten - 1));
        int ones = from + ten + 1 < to ? digit(text.charAt(from + ten + 1)) : 0;
        return Integer.toString(10 * tens + ones);
    }

    private static int digit(char c) {
        return c == '零' ? 0 : Math.max(0, NUMERALS.indexOf(c));
    }

    private static String sinceOne(String text) {
        if (!text.startsWith(REPUBLIC)) {
            return text;
        }
        int end = REPUBLIC.length();
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        boolean year = end > REPUBLIC.length() && end <= REPUBLIC.length() + 3;
        return year
                ? BEFORE_REPUBLIC + Integer.parseInt(text.substring(REPUBLIC.length(), end)) + text.substring(end)
                : text;
    }
}
