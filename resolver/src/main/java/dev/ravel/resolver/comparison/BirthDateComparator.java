package dev.ravel.resolver.comparison;

import dev.ravel.resolver.standardise.StandardDate;
import java.util.List;

/**
 * How two dates of birth agree. Of several dates the best pair counts. The first of January is what systems write where they
 * know the year only: it agrees with another date of its year in the year, and contradicts no date.
 */
public final class BirthDateComparator {
    static final int EXACT = LevelPattern.number(Comparison.BIRTH_DATE, "exact");
    static final int SWAPPED = LevelPattern.number(Comparison.BIRTH_DATE, "dayMonthSwapped");
    static final int ONE_DIGIT_OFF = LevelPattern.number(Comparison.BIRTH_DATE, "oneDigitOff");
    static final int TWO_PARTS_SAME = LevelPattern.number(Comparison.BIRTH_DATE, "twoPartsSame");
    static final int YEAR_ONLY = LevelPattern.number(Comparison.BIRTH_DATE, "yearOnly");
    static final int CLOSE = LevelPattern.number(Comparison.BIRTH_DATE, "close");
    static final int SAME_YEAR = LevelPattern.number(Comparison.BIRTH_DATE, "sameYear");
    static final int DIFFERENT = LevelPattern.number(Comparison.BIRTH_DATE, "different");
    static final int CONTRADICTORY = LevelPattern.number(Comparison.BIRTH_DATE, "contradictory");

    /** Dates that differ in this many of eight digits, and in year, month and day, are not one date mistyped. */
    private static final int CONTRADICTORY_DIGITS = 4;

    private static final int CLOSE_DIGITS = 2;
    private static final int CLOSE_DAYS = 31;

    private BirthDateComparator() {}

    /** The best level; 0 if either record has no date. */
    static int compare(List<StandardDate> a, List<StandardDate> b) {
        int best = 0;
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                int level = compare(a.get(i).digits(), b.get(j).digits());
                best = best == 0 ? level : Math.min(best, level);
            }
        }
        return best;
    }

    /** The level of two dates given as {@link StandardDate#digits()}. */
    static int compare(int a, int b) {
        boolean sameYear = year(a) == year(b);
        if (!isComplete(a) || !isComplete(b)) {
            return sameYear && (month(a) == month(b) || month(a) == 0 || month(b) == 0) ? YEAR_ONLY : DIFFERENT;
        }
        if (isFirstOfJanuary(a) || isFirstOfJanuary(b)) {
            return ofYears(a, b, sameYear);
        }
        if (a == b) {
            return EXACT;
        }
        if (sameYear && month(a) == day(b) && day(a) == month(b)) {
            return SWAPPED;
        }
        int digits = differentDigits(a, b);
        if (digits == 1 || (digits == 2 && isNeighbourSwap(a, b))) {
            return ONE_DIGIT_OFF;
        }
        int same = (sameYear ? 1 : 0) + (month(a) == month(b) ? 1 : 0) + (day(a) == day(b) ? 1 : 0);
        if (same == 2) {
            return TWO_PARTS_SAME;
        }
        if (digits <= CLOSE_DIGITS || daysApart(a, b) <= CLOSE_DAYS) {
            return CLOSE;
        }
        if (sameYear) {
            return SAME_YEAR;
        }
        return same == 0 && digits >= CONTRADICTORY_DIGITS ? CONTRADICTORY : DIFFERENT;
    }

    /** Of two dates at least one is the first of January, which may stand for any day of its year. */
    private static int ofYears(int a, int b, boolean sameYear) {
        if (sameYear) {
            return YEAR_ONLY;
        }
        return Math.abs(year(a) - year(b)) == 1 || daysApart(a, b) <= CLOSE_DAYS ? CLOSE : DIFFERENT;
    }

    private static boolean isFirstOfJanuary(int date) {
        return month(date) == 1 && day(date) == 1;
    }

    private static boolean isComplete(int date) {
        return month(date) != 0 && day(date) != 0;
    }

    private static int year(int date) {
        return date / 10_000;
    }

    private static int month(int date) {
        return date / 100 % 100;
    }

    private static int day(int date) {
        return date % 100;
    }

    /** The days between two dates, with all months taken as of 31 days: exact enough where it decides. */
    private static int daysApart(int a, int b) {
        return Math.abs(((year(a) - year(b)) * 12 + month(a) - month(b)) * 31 + day(a) - day(b));
    }

    private static int differentDigits(int a, int b) {
        int different = 0;
        int restA = a;
        int restB = b;
        while (restA != 0 || restB != 0) {
            different += restA % 10 == restB % 10 ? 0 : 1;
            restA /= 10;
            restB /= 10;
        }
        return different;
    }

    private static boolean isNeighbourSwap(int a, int b) {
        int restA = a;
        int restB = b;
        while (restA % 10 == restB % 10) {
            restA /= 10;
            restB /= 10;
        }
        return restA % 10 == restB / 10 % 10 && restB % 10 == restA / 10 % 10;
    }
}
