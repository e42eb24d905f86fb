package dev.ravel.resolver.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoresTest {
    private record Named(int number, int place) {}

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 1000, 100_003})
    void sortsOnAllCoresAndLeavesEqualElementsInTheirOrder(int n) {
        Random random = new Random(n);
        Named[] elements = new Named[n];
        for (int i = 0; i < n; i++) {
            elements[i] = new Named(random.nextInt(n / 3 + 1), i);
        }

        List<Named> sorted = Cores.sorted(List.of(elements), Comparator.comparingInt(Named::number));

        assertThat(sorted)
                .hasSize(n)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparingInt(Named::number).thenComparingInt(Named::place));
    }
}
