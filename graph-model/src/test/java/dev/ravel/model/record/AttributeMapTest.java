package dev.ravel.model.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeMapTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isTheTreeMapOfTheSameContent(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            TreeMap<String, List<String>> expected = new TreeMap<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                expected.put(name(random), List.of("v" + random.nextInt(3)));
            }
            SortedMap<String, List<String>> map = AttributeMap.withoutBlanks(expected);
            String from = name(random);
            String to = from + name(random);

            assertThat(map).as("seed %d", seed).isEqualTo(expected).hasSameHashCodeAs(expected);
            assertThat(expected).isEqualTo(map);
            assertThat(new ArrayList<>(map.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
            assertThat(new ArrayList<>(map.keySet())).isEqualTo(new ArrayList<>(expected.keySet()));
            assertThat(map.get(from)).isEqualTo(expected.get(from));
            assertThat(map.containsKey(from)).isEqualTo(expected.containsKey(from));
            assertThat(map.headMap(to)).isEqualTo(expected.headMap(to));
            assertThat(map.tailMap(from)).isEqualTo(expected.tailMap(from));
            assertThat(map.subMap(from, to)).isEqualTo(expected.subMap(from, to));
            if (!expected.isEmpty()) {
                assertThat(map.firstKey()).isEqualTo(expected.firstKey());
                assertThat(map.lastKey()).isEqualTo(expected.lastKey());
            }
        }
    }

    @Test
    void anotherOrderIsNotKept() {
        TreeMap<String, List<String>> descending = new TreeMap<>(Comparator.reverseOrder());
        descending.putAll(Map.of("a", List.of("1"), "b", List.of("2")));

        assertThat(AttributeMap.withoutBlanks(descending).keySet()).containsExactly("a", "b");
    }

    @Test
    void blankValuesAndWhatHasNoOthersAreLeftOut() {
        TreeMap<String, List<String>> given =
                new TreeMap<>(Map.of("a", List.of(" "), "b", List.of("1", "", "2"), "c", List.of()));

        assertThat(AttributeMap.withoutBlanks(given)).isEqualTo(Map.of("b", List.of("1", "2")));
    }

    @Test
    void cannotBeChangedAndKnowsItsEnd() {
        AttributeMap map = AttributeMap.withoutBlanks(new TreeMap<>(Map.of("a", List.of("1"))));

        assertThatThrownBy(() -> map.put("b", List.of())).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.headMap("a").firstKey()).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> map.subMap("b", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String name(Random random) {
        return String.valueOf((char) ('a' + random.nextInt(6)));
    }
}
