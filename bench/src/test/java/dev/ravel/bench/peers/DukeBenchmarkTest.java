package dev.ravel.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.bench.measure.Row;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DukeBenchmarkTest {
    @TempDir
    private Path noSets;

    @Test
    void withoutPublicSetsBothResolveGeneratedPeople() throws Exception {
        DukeBenchmark benchmark = CommandLine.populateCommand(new DukeBenchmark(), "--data=" + noSets, "--records=300");

        List<Row> rows = benchmark.measure();

        assertThat(rows.stream().filter(row -> row.f1() > 0).map(Row::name))
                .containsExactly("ravel, generated, processor", "Duke 1.2, generated, processor");
        assertThat(rows.stream().filter(row -> row.name().endsWith("precision")))
                .allMatch(row -> row.value() > .5);
    }
}
