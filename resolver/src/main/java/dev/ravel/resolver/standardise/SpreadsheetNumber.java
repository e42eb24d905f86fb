package dev.ravel.resolver.standardise;

import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.SourceRecord;
import java.util.List;

/**
 * Long numbers as spreadsheets and number columns leave them: {@code 1.3800138001E+10}, {@code 13800138001.0}. Where all
 * digits are still there the number is restored; {@code 1.38E+10} has lost most of them and is no value at all.
 */
public final class SpreadsheetNumber {
    private static final List<String> NUMBERED = List.of(
            AttributeName.PHONE,
            AttributeName.NATIONAL_ID,
            AttributeName.PASSPORT,
            AttributeName.DRIVERS_LICENCE,
            AttributeName.TAX_ID,
            AttributeName.BUSINESS_LICENCE,
            AttributeName.LOYALTY_CARD);

    /** Fewer digits before {@code .0} may be a number with a fraction. */
    private static final int MIN_WHOLE_DIGITS = 5;

    private static final int MAX_EXPONENT_DIGITS = 2;

    private SpreadsheetNumber() {}

    /** How many of a record's numbers have lost digits, and so are no values. */
    public static int lostIn(SourceRecord record) {
        int lost = 0;
        for (String attribute : NUMBERED) {
            for (String raw : record.values(attribute)) {
                lost += mayHaveExponent(raw) && isLost(FoldedText.of(raw)) ? 1 : 0;
            }
        }
        return lost;
    }

    private static boolean mayHaveExponent(String raw) {
        return raw.indexOf('E') > 0 || raw.indexOf('e') > 0;
    }

    private static boolean isLost(String folded) {
        return !folded.isEmpty() && repaired(folded).isEmpty();
    }

    /**
     * A folded text as it is, unless it is such a number: then its digits, or nothing if digits are lost.
     *
     * @param text folded, so that an exponent begins with a small {@code e}
     */
    static String repaired(String text) {
        int point = text.indexOf('.');
        int exponent = text.indexOf('e');
        if (point < 0 && (exponent < 0 || text.indexOf('+') != exponent + 1)) {
            return text;
        }
        int wholeEnd = point >= 0 ? point : exponent;
        if (wholeEnd <= 0 || !areDigits(text, 0, wholeEnd)) {
            return text;
        }
        if (exponent < 0) {
            boolean onlyZeros = wholeEnd >= MIN_WHOLE_DIGITS && point + 1 < text.length();
            return onlyZeros && areZeros(text, point + 1, text.length()) ? text.substring(0, point) : text;
        }
        int fraction = point >= 0 ? point + 1 : exponent;
        int power = exponent + (text.startsWith("+", exponent + 1) ? 2 : 1);
        int powerDigits = text.length() - power;
        boolean scientific = fraction <= exponent
                && areDigits(text, fraction, exponent)
                && powerDigits >= 1
                && powerDigits <= MAX_EXPONENT_DIGITS
                && areDigits(text, power, text.length());
        return scientific ? expanded(text, wholeEnd, fraction, exponent, power) : text;
    }

    private static String expanded(String text, int wholeEnd, int fraction, int exponent, int power) {
        int shift = Integer.parseInt(text.substring(power));
        int known = exponent - fraction;
        if (known < shift || !areZeros(text, fraction + shift, exponent)) {
            return "";
        }
        return text.substring(0, wholeEnd) + text.substring(fraction, fraction + shift);
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean areZeros(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }
}
