package dev.ravel.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservedTimeTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T08:00:00Z, 2026-03-01T08:00:00Z",
        "2026-12-31T23:59:59Z, 2026-12-31T23:59:59Z",
        "2026-03-01T24:00:00Z, 2026-03-02T00:00:00Z",
        "2026-03-01T08:00:00, 2026-03-01T00:00:00Z",
        "2026-03-01T08:00:00.123456, 2026-03-01T00:00:00.123456Z",
        "2026-03-01T08:00:00+01:00, 2026-03-01T07:00:00Z",
        "2026-03-01T08:00:00-0500, 2026-03-01T13:00:00Z",
        "2026-03-01T08:00, 2026-03-01T00:00:00Z",
        "2026-03-01 08:00:00, 2026-03-01T00:00:00Z",
        "2026-03-01 8:00, 2026-03-01T00:00:00Z",
        "2026-03-01 08:00:00.5 Z, 2026-03-01T08:00:00.5Z",
        "2026-03-01, 2026-02-28T16:00:00Z",
        "2026/3/1, 2026-02-28T16:00:00Z",
        "2026年3月1日, 2026-02-28T16:00:00Z",
        "2026年3月1日 08:30, 2026-03-01T00:30:00Z",
        "1772323200, 2026-03-01T00:00:00Z",
        "1772323200123, 2026-03-01T00:00:00.123Z",
    })
    void timesAreRead(String text, Instant expected) {
        assertThat(ObservedTime.parse(text, SHANGHAI)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "3/1/2026",
                "2026-13-01",
                "2026-02-30",
                "20260301",
                "2026-03-01T25:00:00",
                "2026-02-30T08:00:00Z",
                "2026-03-01T08:61:00Z",
                "2026-03-01T08-00-00Z",
                "2026-03-0aT08:00:00Z",
                "1.5",
                "-1"
            })
    void othersAreRefused(String text) {
        assertThatThrownBy(() -> ObservedTime.parse(text, SHANGHAI))
                .isInstanceOfSatisfying(RefusedRecordException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(DeadLetterReason.INVALID_TIME));
    }
}
