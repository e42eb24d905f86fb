package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that crosses a cap, either way, is at once as if it had always been so. */
class CapCrossingTest {
    private static final String PHONE = "13812340001";
    private static final SharedKey PHONE_KEY =
            SharedKey.identifier(RecordKey.DEFAULT_TENANT, IdentifierType.PHONE, "", "+86" + PHONE);
    private static final List<String> NAMES = List.of("王小明", "李伟", "张秀英", "陈杰", "赵敏", "孙丽");

    static LongStream seeds() {
        return Runs.seeds();
    }

    @Test
    void aPhoneOfTooManyNamesIsSuppressedAndComesBackWhenTheyLeave() {
        List<SourceRecord> versions = new ArrayList<>();
        try (InMemoryStore store = Runs.openStore()) {
            for (int i = 0; i < NAMES.size(); i++) {
                SourceRecord version = person("r" + i, 0, NAMES.get(i));
                versions.add(version);
                Runs.applyAtOnce(store, List.of(version));
                assertThat(suppressed(store)).as("with %d names", i + 1).isEqualTo(i + 1 > 3);
                assertAsTheRulesSay(store, versions, "with " + (i + 1) + " names");
            }
            for (int i = 0; i < NAMES.size(); i++) {
                SourceRecord deletion = SourceRecord.deletion(RecordKey.of("crm", "r" + i), Runs.NOW.plusSeconds(1));
                versions.add(deletion);
                Runs.applyAtOnce(store, List.of(deletion));
                int left = NAMES.size() - i - 1;
                assertThat(suppressed(store)).as("with %d names left", left).isEqualTo(left > 3);
                assertAsTheRulesSay(store, versions, "with " + left + " names left");
            }
        }
    }

    @Test
    void anotherNameOfTheSameCarriersCrossesTheCapToo() {
        try (InMemoryStore store = Runs.openStore()) {
            List<SourceRecord> same = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                same.add(person("r" + i, 0, "王小明"));
            }
            Runs.applyAtOnce(store, same);
            assertThat(suppressed(store)).as("one name on five records").isFalse();
            List<SourceRecord> renamed = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                renamed.add(person("r" + i, 1, NAMES.get(i + 1)));
            }
            Runs.applyAtOnce(store, renamed);
            assertThat(suppressed(store)).as("four names on five records").isTrue();
            Runs.applyAtOnce(store, List.of(person("r0", 2, "王小明")));
            assertThat(suppressed(store)).as("three names on five records").isFalse();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void masksAreTheExactFunctionOfTheLiveRecords(long seed) {
        Random random = new Random(seed);
        List<SourceRecord> versions = new ArrayList<>();
        try (InMemoryStore store = Runs.openStore()) {
            for (int step = 0; step < 40; step++) {
                String id = "r" + random.nextInt(10);
                SourceRecord version = random.nextInt(3) == 0
                        ? SourceRecord.deletion(RecordKey.of("crm", id), Runs.NOW.plusSeconds(step))
                        : person(id, step, NAMES.get(random.nextInt(NAMES.size())));
                versions.add(version);
                Runs.applyAtOnce(store, List.of(version));
                assertAsTheRulesSay(store, versions, "seed " + seed + ", step " + step);
            }
        }
    }

    private static void assertAsTheRulesSay(InMemoryStore store, List<SourceRecord> versions, String when) {
        Map<RecordKey, StoredRecord> stored = store.recordsOf(store.recordKeys());
        for (LiveRecord record : FromScratch.withMasks(Runs.RESOLVER, versions)) {
            StoredRecord is = stored.get(record.key());
            assertThat(is.suppressed())
                    .as("%s: suppressed keys of %s", when, record.key())
                    .isEqualTo(record.suppressedKeys());
            assertThat(is.overCap())
                    .as("%s: keys over cap of %s", when, record.key())
                    .isEqualTo(record.overCapKeys());
        }
        assertThat(GraphState.partition(store))
                .as("%s: the partition", when)
                .isEqualTo(FromScratch.partition(Runs.RESOLVER, versions, List.of()));
    }

    private static boolean suppressed(InMemoryStore store) {
        return store.keyStates(Set.of(PHONE_KEY)).get(PHONE_KEY).suppressed();
    }

    private static SourceRecord person(String id, int second, String name) {
        return SourceRecord.of(
                RecordKey.of("crm", id),
                RecordType.PERSON,
                Runs.NOW.plusSeconds(second),
                Map.of(AttributeName.NAME, List.of(name), AttributeName.PHONE, List.of(PHONE)));
    }
}
