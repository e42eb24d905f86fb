package dev.ravel.resolver.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PatternCountsTest {
    @Test
    void countsLikeAMapWhileItGrowsAndWhenTablesAreAdded() {
        Random random = new Random(7);
        PatternCounts counts = new PatternCounts();
        PatternCounts others = new PatternCounts();
        Map<Long, Long> expected = new TreeMap<>();
        for (int i = 0; i < 50_000; i++) {
            long pattern = random.nextInt(5_000) * 0x10000001L;
            (i % 3 == 0 ? others : counts).add(pattern);
            expected.merge(pattern, 1L, Long::sum);
        }
        counts.addAll(others);

        assertThat(counts.size()).isEqualTo(expected.size());
        assertThat(counts.pairs()).isEqualTo(50_000);
        assertThat(counts.patterns())
                .containsExactly(
                        expected.keySet().stream().mapToLong(pattern -> pattern).toArray());
        expected.forEach((pattern, pairs) -> assertThat(counts.count(pattern)).isEqualTo(pairs));
        assertThat(counts.count(-1)).isZero();
    }
}
