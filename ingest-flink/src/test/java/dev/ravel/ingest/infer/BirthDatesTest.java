package dev.ravel.ingest.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%3$d-%2$02d-%1$02d",
                "%3$d%2$02d%1$02d",
                "%1$d.%2$d.%3$d",
                "%2$02d/%1$02d/%3$d",
                "%3$d年%2$d月%1$d日"
            })
    void daysThatSpreadOverAGenerationAreBirthDatesHoweverWritten(String format) {
        assertThat(BirthDates.fit(dates(format, 1940, 60), TODAY)).isTrue();
    }

    @Test
    void daysOfAFewYearsAreThoseOfSomethingElse() {
        assertThat(BirthDates.fit(dates("%3$d-%2$02d-%1$02d", 2008, 15), TODAY)).isFalse();
    }

    @Test
    void aDayToComeIsNobodysBirth() {
        List<String> dates = new ArrayList<>(dates("%3$d-%2$02d-%1$02d", 1940, 60));
        assertThat(BirthDates.fit(dates, TODAY)).isTrue();

        dates.add("2026-07-01");

        assertThat(BirthDates.fit(dates, TODAY)).isFalse();
    }

    @Test
    void fewDaysOverAndOverAreNotThoseOfPeople() {
        List<String> dates = IntStream.range(0, 200)
                .mapToObj(i -> i % 2 == 0 ? "1950-03-01" : "2001-09-09")
                .toList();

        assertThat(BirthDates.fit(dates, TODAY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"19501399", "1950-02-30", "13.13.1950", "12345678", "1950-03-01T00:00:00", "1/2/50", "1950"})
    void whatIsNoDayOfAYearOfFourDigitsIsNoDate(String value) {
        assertThat(BirthDates.isDate(value)).isFalse();
    }

    private static List<String> dates(String format, int firstYear, int years) {
        return IntStream.range(0, 200)
                .mapToObj(i -> String.format(Locale.ROOT, format, 13 + i % 15, 1 + i % 12, firstYear + i % years))
                .toList();
    }
}
