package dev.ravel.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({"10ms,PT0.01S", "30s,PT30S", "5 m,PT5M", "2h,PT2H", "1d,PT24H"})
    void durationsHaveAUnit(String text, Duration expected) {
        assertThat(Quantities.parseDuration(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "ms", "-1s", "1.5s", "10 parsecs", "10M"})
    void otherDurationsAreRefused(String text) {
        assertThatThrownBy(() -> Quantities.parseDuration(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"100B,100", "64KB,65536", "512MB,536870912", "2G,2147483648"})
    void sizesHaveAUnit(String text, long expected) {
        assertThat(Quantities.parseSize(text)).isEqualTo(expected);
    }

    @Test
    void sharesAreNumbersOrPercentages() {
        assertThat(Quantities.parseShare("0.25")).isEqualTo(0.25);
        assertThat(Quantities.parseShare("20%")).isEqualTo(0.2);
        assertThatThrownBy(() -> Quantities.parseShare("120%")).isInstanceOf(IllegalArgumentException.class);
    }
}
