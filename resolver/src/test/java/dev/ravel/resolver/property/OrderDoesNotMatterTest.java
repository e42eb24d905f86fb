package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.store.InMemoryStore;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 1: what the stream ends in is a function of the versions, not of how they came. */
class OrderDoesNotMatterTest {
    private static final int PERSONS = 14;
    private static final int ORDERS = 4;

    static LongStream seeds() {
        return Runs.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyOrderBatchSizeDuplicationAndRestartEndInTheSameGraph(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        try (InMemoryStore inOrder = Runs.openStore()) {
            Runs.applyAtOnce(inOrder, versions);
            for (int order = 0; order < ORDERS; order++) {
                try (InMemoryStore disordered = Runs.openStore()) {
                    Runs.applyInDisorder(disordered, versions, new Random(seed * 31 + order));
                    assertThat(GraphState.of(disordered))
                            .as("seed %d, order %d", seed, order)
                            .isEqualTo(GraphState.of(inOrder));
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStreamGivesThePartitionOfTheRules(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        try (InMemoryStore store = Runs.openStore()) {
            Runs.applyInDisorder(store, versions, new Random(seed));
            assertThat(GraphState.partition(store))
                    .as("seed %d: stream against the rules", seed)
                    .isEqualTo(FromScratch.partition(Runs.RESOLVER, versions, List.of()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bulkGivesWhatTheStreamGives(long seed) {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        BulkResult bulk = new BulkResolver(Runs.RESOLVER, Runs.CLOCK).resolve(versions, List.of());
        try (InMemoryStore store = Runs.openStore()) {
            Runs.applyInDisorder(store, versions, new Random(seed));
            assertThat(GraphState.partition(store))
                    .as("seed %d: stream against bulk", seed)
                    .isEqualTo(bulk.entities().stream().map(Entity::records).toList());
            assertThat(GraphState.goldenRecords(store))
                    .as("seed %d: golden records", seed)
                    .isEqualTo(bulk.entities().stream().map(Entity::golden).toList());
            assertThat(store.matchesOf(store.recordKeys()))
                    .as("seed %d: kept matches", seed)
                    .isEqualTo(bulk.matches());
        }
    }
}
