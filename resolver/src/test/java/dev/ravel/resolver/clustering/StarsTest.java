package dev.ravel.resolver.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StarsTest {
    @Test
    void noEdgesNoStars() {
        assertThat(stars(new Stars())).isEmpty();
    }

    @Test
    void aChainBecomesAStarOfItsSmallest() {
        Stars stars = new Stars();
        stars.add(1L << 40, 9);
        stars.add(9, 7);
        stars.add(7, 7);
        stars.add(3, 1L << 40);

        assertThat(stars(stars)).isEqualTo(Map.of(7L, 3L, 9L, 3L, 1L << 40, 3L));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 5_000})
    void starsAreTheComponents(int edges) {
        Random random = new Random(edges);
        Stars stars = new Stars();
        DisjointSets sets = new DisjointSets(edges);
        for (int i = 0; i < edges; i++) {
            int a = random.nextInt(edges);
            int b = random.nextInt(edges);
            stars.add(a * 1_000_003L, b * 1_000_003L);
            sets.union(a, b);
        }
        Map<Long, Long> expected = new TreeMap<>();
        for (int i = 0; i < edges; i++) {
            if (sets.find(i) != i) {
                expected.put(i * 1_000_003L, sets.find(i) * 1_000_003L);
            }
        }

        assertThat(stars(stars)).isEqualTo(expected);
    }

    private static Map<Long, Long> stars(Stars stars) {
        Map<Long, Long> found = new TreeMap<>();
        stars.forEach(found::put);
        return found;
    }
}
