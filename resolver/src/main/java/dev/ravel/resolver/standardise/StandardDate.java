package dev.ravel.resolver.standardise;

/**
 * A calendar date, possibly known in part and possibly with a second reading.
 *
 * @param year 1 to 9999
 * @param month 1 to 12, 0 if unknown
 * @param day 1 to 31, 0 if unknown
 * @param ambiguous whether day and month may be the other way round
 */
public record StandardDate(int year, int month, int day, boolean ambiguous) {
    /** Whether day and month are known. */
    public boolean isComplete() {
        return month != 0 && day != 0;
    }

    /** The date as {@code yyyymmdd} in one number, zeros for what is unknown. */
    public int digits() {
        return (year * 100 + month) * 100 + day;
    }

    /** ISO 8601, shortened to what is known. */
    public String text() {
        StringBuilder known = new StringBuilder("yyyy-mm-dd".length());
        for (int limit = 1000; limit > 1 && year < limit; limit /= 10) {
            known.append('0');
        }
        known.append(year);
        if (month != 0) {
            appendTwoDigits(known, month);
        }
        if (day != 0) {
            appendTwoDigits(known, day);
        }
        return known.toString();
    }

    private static void appendTwoDigits(StringBuilder text, int number) {
        text.append(number < 10 ? "-0" : "-").append(number);
    }
}
