package dev.ravel.bench.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ravel.bench.measure.Row;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DuckDbBenchmarkTest {
    @Test
    void bothSidesScoreTheSamePairsAndFindTheSameLinks() throws IOException {
        DuckDbBenchmark benchmark =
                CommandLine.populateCommand(new DuckDbBenchmark(), "--records=3000", "--rounds=1", "--seed=3");

        List<Row> rows = benchmark.measure();

        Map<String, Row> byName = rows.stream().collect(Collectors.toMap(Row::name, Function.identity()));
        assertThat(byName.get("ravel, pairs scored").value()).isGreaterThan(3_000);
        assertThat(byName.get("DuckDB, pairs scored").value())
                .isEqualTo(byName.get("ravel, pairs scored").value());
        assertThat(byName.get("ravel, links beside DuckDB's").ratio()).isCloseTo(1, within(.005));
        assertThat(byName.get("ravel, pairs of a second of processor").f1()).isGreaterThan(.8);
        assertThat(byName.get("DuckDB, pairs of a second of processor").f1()).isGreaterThan(.8);
    }
}
