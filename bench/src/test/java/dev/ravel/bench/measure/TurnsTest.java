package dev.ravel.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
    @Test
    void sidesTakeTurns() {
        List<String> ran = new ArrayList<>();

        double[] seconds = new Turns(1, 2).seconds(List.of(noting("a", ran), noting("b", ran)));

        assertThat(ran).containsExactly("a", "b", "a", "b", "a", "b");
        assertThat(seconds).hasSize(2);
    }

    @Test
    void aSideThatChangesItsAnswerIsRefused() {
        AtomicInteger calls = new AtomicInteger();

        assertThatThrownBy(() -> new Turns(0, 2).seconds(List.of(Contender.of("odd", calls::incrementAndGet))))
                .hasMessage("odd gave 1.0, then 2.0");
    }

    private static Contender noting(String name, List<String> ran) {
        return Contender.of(name, () -> {
            ran.add(name);
            return 0;
        });
    }
}
