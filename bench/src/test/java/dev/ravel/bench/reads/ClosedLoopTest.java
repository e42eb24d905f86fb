package dev.ravel.bench.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void eachConnectionReadsUntilTheTimeIsUpAndIsClosed() throws Exception {
        ClosedLoop loop = ClosedLoop.run(() -> reads(""), 3, List.of("a", "b", "c"), 0.2, 1);

        assertThat(opened).hasValue(3);
        assertThat(closed).hasValue(3);
        assertThat(asked).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(loop.nanos()).hasSizeGreaterThan(3).isSorted();
        assertThat(loop.perSecond()).isPositive();
    }

    @Test
    void aFailedReadFailsTheMeasurement() {
        assertThatThrownBy(() -> ClosedLoop.run(() -> reads("b"), 2, List.of("b"), 0.2, 1))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("there is no entity b");
    }

    @Test
    void aQuantileIsThatOfTheNearestRank() {
        ClosedLoop loop = new ClosedLoop(new long[] {1_000_000, 2_000_000, 3_000_000, 40_000_000}, 1);

        assertThat(loop.quantile(0.5)).isEqualTo(2);
        assertThat(loop.quantile(0.99)).isEqualTo(40);
    }

    private EntityReads reads(String missing) {
        opened.incrementAndGet();
        return new EntityReads() {
            @Override
            public void read(String id) {
                asked.add(id);
                if (id.equals(missing)) {
                    throw new IllegalStateException("there is no entity " + id);
                }
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
