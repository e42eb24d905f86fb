package dev.ravel.bench.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.bench.measure.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ResolveBenchmarksTest {
    @Test
    void rowsOfIdentifiersAreResolved() throws Exception {
        IdentifiersBenchmark benchmark =
                CommandLine.populateCommand(new IdentifiersBenchmark(), "--records=500", "--heap=1");

        List<Row> rows = benchmark.measure();

        assertThat(rows.get(0).name()).isEqualTo("identifiers, 500 rows");
        assertThat(rows.get(0).f1()).isGreaterThan(.8);
    }

    @Test
    void eachSizeIsMeasuredBesideTheOneBefore() throws Exception {
        GrowthBenchmark benchmark = CommandLine.populateCommand(new GrowthBenchmark(), "--records=400,800", "--heap=1");

        List<Row> rows = benchmark.measure().stream()
                .filter(row -> row.unit().equals("CPU-µs/record"))
                .toList();

        assertThat(rows).hasSize(2).allMatch(row -> row.f1() > .8);
        assertThat(rows.get(0).ratio()).isNaN();
        assertThat(rows.get(1).against()).isNotEmpty();
        assertThat(rows.get(1).ratio()).isPositive();
    }
}
