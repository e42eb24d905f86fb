package dev.ravel.resolver.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.property.CustomerGenerator;
import dev.ravel.resolver.property.GraphState;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.InputOffset;
import dev.ravel.resolver.store.ResolutionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lock protocol of RULES 17, and what a batch costs in calls. */
class LockProtocolTest {
    private static final int PERSONS = 12;

    static LongStream seeds() {
        return Runs.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyTransactionTakesItsLocksInOrderAndWritesNothingUnlocked(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        List<List<String>> journal = new ArrayList<>();
        try (InMemoryStore store = Runs.openStore();
                InMemoryStore unwatched = Runs.openStore()) {
            ResolutionStore watched = WatchedStore.over(store, transaction -> ProtocolWatch.over(transaction, journal));
            Runs.applyInDisorder(watched, versions, new Random(seed));
            Runs.applyAtOnce(unwatched, versions);
            assertThat(GraphState.of(store)).as("seed %d", seed).isEqualTo(GraphState.of(unwatched));
            assertThat(journal)
                    .as("seed %d: a transaction writes its records, then the rest", seed)
                    .allSatisfy(calls ->
                            assertThat(calls).filteredOn("write"::equals).hasSizeLessThanOrEqualTo(2));
            assertThat(journal)
                    .as("seed %d: a transaction that locks entities asked for stewards after it locked keys", seed)
                    .filteredOn(calls -> calls.contains("lockComponents"))
                    .isNotEmpty()
                    .allSatisfy(calls -> assertThat(calls.lastIndexOf("askToGiveWay"))
                            .isBetween(calls.lastIndexOf("lockKeys"), calls.indexOf("lockComponents")))
                    .allSatisfy(calls -> assertThat(calls.indexOf("askToGiveWayHoldingLocks"))
                            .isBetween(calls.lastIndexOf("lockComponents"), calls.lastIndexOf("write")));
        }
    }

    @Test
    void aBatchOfRepetitionsCostsOneReadAndOneWriteOfOffsets() {
        List<SourceRecord> versions = new CustomerGenerator(1).versions(PERSONS);
        List<List<String>> journal = new ArrayList<>();
        try (InMemoryStore store = Runs.openStore()) {
            Runs.applyAtOnce(store, versions);
            StreamResolver stream =
                    Runs.stream(WatchedStore.over(store, transaction -> ProtocolWatch.over(transaction, journal)));
            BatchResult again = stream.apply(Runs.incoming(versions), List.of(new InputOffset("file", 99)));
            assertThat(again).isEqualTo(new BatchResult(0, 0, versions.size(), 0, List.of()));
            assertThat(journal).containsExactly(List.of("askToGiveWay", "records", "write"));
            assertThat(store.offset("file")).isEqualTo(99);
            stream.apply(Runs.incoming(versions), List.of());
            assertThat(journal.get(1)).containsExactly("askToGiveWay", "records");
        }
    }

    @Test
    void aBatchOfNewRecordsWithoutNeighboursReadsNoneOfThem() {
        List<SourceRecord> versions = new CustomerGenerator(1).versions(1);
        List<List<String>> journal = new ArrayList<>();
        try (InMemoryStore store = Runs.openStore()) {
            Runs.applyAtOnce(
                    WatchedStore.over(store, transaction -> ProtocolWatch.over(transaction, journal)), versions);
            assertThat(journal).hasSize(1);
            assertThat(journal.get(0)).doesNotContain("carriers", "askCarriers", "nameCounts", "matches", "foundedBy");
        }
    }
}
