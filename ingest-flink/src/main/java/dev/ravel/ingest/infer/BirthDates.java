package dev.ravel.ingest.infer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Birth dates by their values alone: days with a year of four digits that spread over a generation, none in the future.
 * Dates of orders, sign-ups and contracts spread over fewer years.
 */
final class BirthDates {
    /** Years between the tenth and the ninetieth hundredth of the dates. */
    private static final int LEAST_SPREAD = 25;

    private static final double LEAST_SHARE = 0.9;
    private static final double LEAST_DISTINCT = 0.3;
    private static final int FIRST_YEAR = 1880;

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})[-/.](\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日?|(\\d\\d)(\\d\\d))");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");

    private BirthDates() {}

    /**
     * Whether a column's values are dates of birth.
     *
     * @param values those that are not blank, repeated as they are, at least one
     * @param today the day after which nobody is born
     */
    static boolean fit(List<String> values, LocalDate today) {
        int[] years = values.stream()
                .flatMap(value -> year(value).stream())
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        if (years.length < LEAST_SHARE * values.size()
                || new HashSet<>(values).size() < LEAST_DISTINCT * values.size()
                || years[years.length - 1] > today.getYear()
                || values.stream().anyMatch(value -> isAfter(value, today))) {
            return false;
        }
        int early = years[years.length / 10];
        int late = years[years.length - 1 - years.length / 10];
        return late - early >= LEAST_SPREAD && Arrays.stream(years).allMatch(year -> year >= FIRST_YEAR);
    }

    /** Whether a value is a day of some year. */
    static boolean isDate(String value) {
        return year(value).isPresent();
    }

    private static Optional<Integer> year(String value) {
        return days(value).findFirst().map(LocalDate::getYear);
    }

    /** Whether a value is a day to come, in each order of day and month that it can be read in. */
    private static boolean isAfter(String value, LocalDate today) {
        List<LocalDate> days = days(value).toList();
        return !days.isEmpty() && days.stream().allMatch(day -> day.isAfter(today));
    }

    private static Stream<LocalDate> days(String value) {
        Matcher first = YEAR_FIRST.matcher(value.strip());
        if (first.matches()) {
            int[] numbers = numbers(first);
            return day(numbers[0], numbers[1], numbers[2]).stream();
        }
        Matcher last = YEAR_LAST.matcher(value.strip());
        if (last.matches()) {
            int[] numbers = numbers(last);
            return Stream.concat(
                    day(numbers[2], numbers[1], numbers[0]).stream(), day(numbers[2], numbers[0], numbers[1]).stream());
        }
        return Stream.empty();
    }

    private static int[] numbers(Matcher matcher) {
        int[] numbers = new int[3];
        int count = 0;
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                numbers[count++] = Integer.parseInt(matcher.group(group));
            }
        }
        return numbers;
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        boolean exists = month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day);
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }
}
