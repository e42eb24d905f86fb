package dev.ravel.model.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.identity.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceRecordTest {
    private static final RecordKey KEY = RecordKey.of("crm", "1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static SourceRecord person(Map<String, List<String>> attributes) {
        return SourceRecord.of(KEY, RecordType.PERSON, NOON, attributes);
    }

    @Test
    void equalContentHasEqualDigestWhateverTheOrderOfAttributes() {
        Map<String, List<String>> backwards = new LinkedHashMap<>();
        backwards.put("phone", List.of("1"));
        backwards.put("email", List.of("a@b.cn"));
        Map<String, List<String>> forwards = new LinkedHashMap<>();
        forwards.put("email", List.of("a@b.cn"));
        forwards.put("phone", List.of("1"));
        assertThat(person(backwards).digest()).isEqualTo(person(forwards).digest());
    }

    @Test
    void blankValuesSayNothing() {
        assertThat(person(Map.of("phone", List.of("  ", "1"), "email", List.of(""))))
                .isEqualTo(person(Map.of("phone", List.of("1"))));
    }

    @Test
    void digestTellsApartContentsThatOnlyDifferInWhereTextEnds() {
        assertThat(person(Map.of("a", List.of("bc"))).digest())
                .isNotEqualTo(person(Map.of("ab", List.of("c"))).digest());
        assertThat(person(Map.of("a", List.of("b", "c"))).digest())
                .isNotEqualTo(person(Map.of("a", List.of("bc"))).digest());
        assertThat(person(Map.of("a", List.of("b", "c"))).digest())
                .isNotEqualTo(person(Map.of("a", List.of("c", "b"))).digest());
    }

    @Test
    void digestIsOfContentAndNotOfTimes() {
        SourceRecord later = SourceRecord.of(KEY, RecordType.PERSON, NOON.plusSeconds(1), Map.of("a", List.of("b")));
        assertThat(later.digest()).isEqualTo(person(Map.of("a", List.of("b"))).digest());
    }

    @Test
    void laterChangesToTheGivenMapDoNotReachTheRecord() {
        List<String> phones = new ArrayList<>(List.of("1"));
        SourceRecord record = person(Map.of("phone", phones));
        phones.add("2");
        assertThat(record.values("phone")).containsExactly("1");
        assertThatThrownBy(() -> record.attributes().remove("phone")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void newestVersionIsTheSameInAnyOrderOfArrival() {
        SourceRecord early = person(Map.of("a", List.of("1")));
        SourceRecord sequenced = new SourceRecord(KEY, RecordType.PERSON, NOON, 5, false, early.attributes());
        SourceRecord gone = SourceRecord.deletion(KEY, NOON);
        SourceRecord next = SourceRecord.of(KEY, RecordType.PERSON, NOON.plusNanos(1), Map.of("a", List.of("1")));
        assertThat(List.of(next, sequenced, gone, early).stream().sorted(VersionOrder.INSTANCE))
                .containsExactly(early, gone, sequenced, next);
    }

    @Test
    void equalTimesAreOrderedByContentSoThatOneWinsForEver() {
        SourceRecord one = person(Map.of("a", List.of("1")));
        SourceRecord two = person(Map.of("a", List.of("2")));
        assertThat(VersionOrder.INSTANCE.compare(one, two))
                .isNotZero()
                .isEqualTo(-VersionOrder.INSTANCE.compare(two, one));
    }
}
