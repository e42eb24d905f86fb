package dev.ravel.resolver.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisjointSetsTest {
    private static final int ELEMENTS = 500;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 300, 1_000})
    void manyEdgesAtOnceJoinWhatEachJoinsAlone(int edges) {
        Random random = new Random(edges);
        int[] from = random.ints(edges, 0, ELEMENTS).toArray();
        int[] to = random.ints(edges, 0, ELEMENTS).toArray();
        int[] smallest = new int[ELEMENTS];
        for (int element = 0; element < ELEMENTS; element++) {
            smallest[element] = element;
        }
        int joinedAlone = 0;
        for (int edge = 0; edge < edges; edge++) {
            joinedAlone += relabel(smallest, smallest[from[edge]], smallest[to[edge]]) ? 1 : 0;
        }

        DisjointSets sets = new DisjointSets(ELEMENTS);
        assertThat(sets.unionAll(from, to, edges)).isEqualTo(joinedAlone);
        for (int element = 0; element < ELEMENTS; element++) {
            assertThat(sets.find(element)).isEqualTo(smallest[element]);
        }
    }

    /** Gives all elements of two sets the smaller label: slow, and plainly right. */
    private static boolean relabel(int[] smallest, int a, int b) {
        for (int element = 0; element < smallest.length; element++) {
            if (smallest[element] == Math.max(a, b)) {
                smallest[element] = Math.min(a, b);
            }
        }
        return a != b;
    }
}
