package dev.ravel.resolver.standardise;

import org.jspecify.annotations.Nullable;

/**
 * A number below a hundred that an address spells out: {@code 三号楼}, {@code 第十二层}. It is one only before a unit, because
 * numerals are in the names of roads and places too ({@code 五一路}).
 *
 * @param digits the number in digits
 * @param end where the text goes on, at the unit
 */
record ChineseNumber(String digits, int end) {
    private static final String NUMERALS = "零一二三四五六七八九";
    private static final char TEN = '十';
    private static final char ORDINAL = '第';

    /** The number that is spelled out at a place; null if there is none. */
    static @Nullable ChineseNumber at(String text, int from) {
        int at = from;
        if (text.charAt(at) == ORDINAL) {
            at++;
        }
        int tens = -1;
        int number = 0;
        int signs = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int value = NUMERALS.indexOf(c);
            if (c == TEN && tens < 0 && signs <= 1) {
                tens = signs == 0 ? 1 : number;
                number = 0;
            } else if (value >= 0 && (signs == 0 || tens >= 0)) {
                number = value;
            } else {
                break;
            }
            signs++;
            at++;
        }
        if (signs == 0 || AddressUnit.at(text, at) == null) {
            return null;
        }
        return new ChineseNumber(Integer.toString(Math.max(tens, 0) * 10 + number), at);
    }
}
