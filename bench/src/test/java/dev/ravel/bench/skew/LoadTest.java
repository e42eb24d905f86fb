package dev.ravel.bench.skew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.SourceRecord;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final int RECORDS = 1_000;

    @Test
    void eachSkewHasOneValueThatManyRecordsShare() {
        assertThat(most(Load.EVEN, AttributeName.PHONE)).isEqualTo(2);
        assertThat(most(Load.ONE_PHONE, AttributeName.PHONE)).isEqualTo(RECORDS);
        assertThat(most(Load.ONE_DEVICE, AttributeName.DEVICE)).isEqualTo(RECORDS / 10);
        assertThat(most(Load.ONE_ENTITY, AttributeName.EMAIL)).isBetween(RECORDS / 20L, RECORDS / 20L + 2);
    }

    @Test
    void loadsShareNothing() {
        Set<String> met = new HashSet<>();
        for (Load load : Load.values()) {
            Set<String> own = load.records(0, RECORDS).stream()
                    .flatMap(record -> record.values(AttributeName.PHONE).stream())
                    .collect(Collectors.toSet());
            assertThat(own).noneMatch(met::contains);
            met.addAll(own);
        }
    }

    private static long most(Load load, String attribute) {
        return load.records(0, RECORDS).stream()
                .map((SourceRecord record) -> record.values(attribute).get(0))
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }
}
