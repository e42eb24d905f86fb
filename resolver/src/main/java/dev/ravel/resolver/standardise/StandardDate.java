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
        String known = String.format(java.util.Locale.ROOT, "%04d", year);
        if (month != 0) {
            known += String.format(java.util.Locale.ROOT, "-%02d", month);
        }
        return day == 0 ? known : known + String.format(java.util.Locale.ROOT, "-%02d", day);
    }
}
