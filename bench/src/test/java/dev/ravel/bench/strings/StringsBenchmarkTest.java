package dev.ravel.bench.strings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.bench.measure.Row;
import dev.ravel.bench.strings.RandomPairs.Script;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class StringsBenchmarkTest {
    private static final int PAIRS = 50_000;

    @ParameterizedTest
    @EnumSource(Script.class)
    void kernelsAgreeWithTheTextbookOnRandomPairs(Script script) {
        for (int signs : new int[] {3, Integer.MAX_VALUE}) {
            RandomPairs random = new RandomPairs(11, script, signs);
            for (int i = 0; i < PAIRS; i++) {
                String[] pair = random.next();
                for (Kernel kernel : Kernel.values()) {
                    assertThat(kernel.isRight(pair[0], pair[1]))
                            .as("%s of %s and %s", kernel, pair[0], pair[1])
                            .isTrue();
                }
            }
        }
    }

    @Test
    void givesARatioForEachKernelAndScript() {
        StringsBenchmark benchmark = CommandLine.populateCommand(
                new StringsBenchmark(), "--pairs=16", "--sweeps=2", "--rounds=1", "--check=100");

        List<Row> rows = benchmark.measure();

        assertThat(rows.stream().filter(row -> row.ratio() > 0).map(Row::name))
                .containsExactly(
                        "Jaro-Winkler, latin",
                        "Levenshtein, latin",
                        "OSA, latin",
                        "Jaro-Winkler, cjk",
                        "Levenshtein, cjk",
                        "OSA, cjk");
        assertThat(rows.stream().filter(row -> row.name().contains("wrong")))
                .hasSize(6)
                .allMatch(row -> row.value() == 0);
    }
}
