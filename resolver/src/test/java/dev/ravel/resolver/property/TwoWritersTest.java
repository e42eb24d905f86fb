package dev.ravel.resolver.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.store.InMemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two streams at once, every record in both, end in what one ends in. */
class TwoWritersTest {
    private static final int PERSONS = 14;

    static LongStream seeds() {
        return Runs.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLostAndNothingIsDoubled(long seed) throws ExecutionException, InterruptedException {
        List<SourceRecord> versions = new CustomerGenerator(seed).versions(PERSONS);
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try (InMemoryStore alone = Runs.openStore();
                InMemoryStore shared = Runs.openStore()) {
            Runs.applyAtOnce(alone, versions);
            List<Future<?>> done = new ArrayList<>();
            for (int writer = 0; writer < 2; writer++) {
                long disorder = seed * 7 + writer;
                done.add(writers.submit(() -> Runs.applyInDisorder(shared, versions, new Random(disorder))));
            }
            for (Future<?> future : done) {
                future.get();
            }
            assertThat(GraphState.of(shared)).as("seed %d", seed).isEqualTo(GraphState.of(alone));
        } finally {
            writers.shutdownNow();
        }
    }
}
