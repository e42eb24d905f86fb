package dev.ravel.resolver.standardise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Dates in the many ways that people write them: {@code 1990-01-02}, {@code 19340812}, {@code 3/1/70}, {@code 20.8.1991},
 * {@code Mar 1 1970}, {@code 24-May-11}, {@code 1990年1月2日}, {@code 一九九〇年一月二日}, {@code 民国79年1月2日}, {@code 1978}, and the
 * numbers of spreadsheets ({@code 32875}). Where day and month may be either, the first
 * reading is the default region's and the date is marked ambiguous. The days with which systems begin to count, 1900-01-01
 * and 1970-01-01, are nobody's.
 */
final class DateStandardiser {
    /** Earlier years are slips. */
    private static final int FIRST_YEAR = 1000;

    /** Earlier years are too rare to be read from six digits without a mark. */
    private static final int FIRST_COMPACT_YEAR = 1800;

    /** The day 0 of spreadsheets that keep dates as numbers. */
    private static final LocalDate SPREADSHEET_START = LocalDate.of(1899, 12, 30);

    private static final int LARGEST_DAY = 31;

    /** Where the year stands first also if it has two digits. */
    private static final Set<String> YEAR_FIRST = Set.of("CN", "HK", "JP", "KR", "MO", "TW");

    /** The years whose first day stands for no date: of spreadsheets and of Unix. */
    private static final Set<Integer> FIRST_DAYS = Set.of(1900, 1970);

    private static final int MAX_PARTS = 4;
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    private final boolean monthFirst;
    private final boolean yearFirst;

    DateStandardiser(String defaultRegion) {
        this.monthFirst = defaultRegion.equals("US");
        this.yearFirst = YEAR_FIRST.contains(defaultRegion);
    }

    /**
     * The date in its comparable form; empty if the text is none, or none that exists.
     *
     * @param latest the last year that it can be of: what two digits would make a later one is of the century before
     */
    Optional<StandardDate> standardise(String raw, int latest) {
        String text = ChineseDate.inDigits(FoldedText.of(raw));
        int time = text.indexOf('t', Math.min(8, text.length()));
        if (time >= 8 && Character.isDigit(text.charAt(0))) {
            text = text.substring(0, time);
        }
        int[] numbers = new int[MAX_PARTS];
        int[] lengths = new int[MAX_PARTS];
        int count = 0;
        int namedMonth = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            if (isDigit(text.charAt(at))) {
                while (end < text.length() && isDigit(text.charAt(end))) {
                    end++;
                }
                if (count == MAX_PARTS || end - at > 8) {
                    return Optional.empty();
                }
                numbers[count] = Integer.parseInt(text.substring(at, end));
                lengths[count++] = end - at;
            } else if (isLetter(text.charAt(at))) {
                while (end < text.length() && isLetter(text.charAt(end))) {
                    end++;
                }
                if (end - at >= 3) {
                    namedMonth = Math.max(namedMonth, MONTHS.getOrDefault(text.substring(at, at + 3), 0));
                }
            } else {
                end++;
            }
            at = end;
            if (count == 3 || (count == 2 && namedMonth != 0)) {
                break;
            }
        }
        return assemble(numbers, lengths, count, namedMonth, latest);
    }

    private Optional<StandardDate> assemble(int[] numbers, int[] lengths, int count, int namedMonth, int latest) {
        if (count == 1 && namedMonth == 0) {
            return compact(numbers[0], lengths[0], latest);
        }
        if (namedMonth != 0 && count == 2) {
            return lengths[0] == 4
                    ? date(numbers[0], namedMonth, numbers[1], false)
                    : date(fullYear(numbers[1], lengths[1], latest), namedMonth, numbers[0], false);
        }
        if (namedMonth != 0 && count == 1 && lengths[0] == 4) {
            return date(numbers[0], namedMonth, 0, false);
        }
        if (count == 2) {
            return lengths[0] == 4
                    ? date(numbers[0], numbers[1], 0, false)
                    : lengths[1] == 4 ? date(numbers[1], numbers[0], 0, false) : Optional.empty();
        }
        if (count < 3) {
            return Optional.empty();
        }
        if (lengths[0] == 4) {
            Optional<StandardDate> usual = date(numbers[0], numbers[1], numbers[2], false);
            return usual.isPresent() ? usual : date(numbers[0], numbers[2], numbers[1], false);
        }
        boolean twoDigits = lengths[0] == 2 && lengths[2] == 2;
        boolean first =
                lengths[2] <= 2 && (numbers[0] > LARGEST_DAY || (yearFirst && twoDigits && numbers[2] <= LARGEST_DAY));
        return first
                ? date(fullYear(numbers[0], lengths[0], latest), numbers[1], numbers[2], false)
                : yearLast(numbers[0], numbers[1], fullYear(numbers[2], lengths[2], latest));
    }

    private Optional<StandardDate> yearLast(int first, int second, int year) {
        boolean ambiguous = first <= 12 && second <= 12 && first != second;
        int month = monthFirst ? first : second;
        int day = monthFirst ? second : first;
        if (!ambiguous && month > 12) {
            return date(year, day, month, false);
        }
        return date(year, month, day, ambiguous);
    }

    private Optional<StandardDate> compact(int number, int length, int latest) {
        return switch (length) {
            case 8 -> date(number / 10_000, number / 100 % 100, number % 100, false);
            case 6 -> sixDigits(number, latest);
            case 5 -> ofSpreadsheet(number, latest);
            case 4 -> date(number, 0, 0, false);
            default -> Optional.empty();
        };
    }

    /** Year and month, or where the year stands first a day with a year of two digits. */
    private Optional<StandardDate> sixDigits(int number, int latest) {
        Optional<StandardDate> month =
                number / 100 < FIRST_COMPACT_YEAR ? Optional.empty() : date(number / 100, number % 100, 0, false);
        return month.isPresent() || !yearFirst
                ? month
                : date(fullYear(number / 10_000, 2, latest), number / 100 % 100, number % 100, false);
    }

    /** A day as spreadsheets count them, from 1927 on. */
    private static Optional<StandardDate> ofSpreadsheet(int days, int latest) {
        LocalDate day = SPREADSHEET_START.plusDays(days);
        return day.getYear() > latest
                ? Optional.empty()
                : date(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), false);
    }

    private static Optional<StandardDate> date(int year, int month, int day, boolean ambiguous) {
        if (year < FIRST_YEAR || year > 2200 || month > 12 || day > 31) {
            return Optional.empty();
        }
        if (month == 1 && day == 1 && FIRST_DAYS.contains(year)) {
            return Optional.empty();
        }
        if (month != 0 && day != 0) {
            try {
                LocalDate.of(year, month, day);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        return Optional.of(new StandardDate(year, month, month == 0 ? 0 : day, ambiguous));
    }

    private static int fullYear(int year, int length, int latest) {
        if (length > 2) {
            return year;
        }
        int century = latest / 100 * 100;
        return century + year > latest ? century - 100 + year : century + year;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
