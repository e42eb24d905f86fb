package dev.ravel.bench.thresholds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.bench.measure.Row;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.RecordFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ThresholdsBenchmarkTest {
    @Test
    void aSetsChoiceIsThatOfTheOthers() {
        ChoiceGrid grid = new ChoiceGrid();
        Choice low = new Choice(-15, 4);
        Choice high = new Choice(-15, 6);
        grid.put(low, "one", .99);
        grid.put(high, "one", .90);
        grid.put(low, "two", .80);
        grid.put(high, "two", .85);

        assertThat(grid.withoutLookingAt("two")).isEqualTo(low);
        assertThat(grid.withoutLookingAt("one")).isEqualTo(high);
        assertThat(grid.f1(grid.withoutLookingAt("one"), "one")).isEqualTo(.90);
    }

    @Test
    void ofEqualChoicesTheFirstIsTaken() {
        ChoiceGrid grid = new ChoiceGrid();
        Choice first = new Choice(-13, 4);
        grid.put(first, "one", .9);
        grid.put(new Choice(-13, 6), "one", .9);

        assertThat(grid.withoutLookingAt("two")).isEqualTo(first);
    }

    @Test
    void eachSetIsMeasuredUnderEachChoice(@TempDir Path directory) throws Exception {
        Path folder = Files.createDirectories(directory.resolve("sets/csv")).getParent();
        CustomerGenerator customers = CustomerGenerator.ofVersions(1L, 300);
        RecordFiles.writeCsv(customers, folder.resolve("csv/records.csv"));
        RecordFiles.writeTruth(customers, folder.resolve("csv/truth.csv"));
        Path generated = directory.resolve("generated");
        CustomerGenerator others = CustomerGenerator.ofVersions(2L, 300);
        RecordFiles.writeJsonLines(others, Files.createDirectories(generated.resolve("records")));
        RecordFiles.writeTruth(others, generated.resolve("truth.csv"));
        ThresholdsBenchmark benchmark = CommandLine.populateCommand(
                new ThresholdsBenchmark(), "--data=" + folder + "," + generated, "--priors=-15", "--match-weights=4,6");

        List<Row> rows = benchmark.measure();

        assertThat(rows).hasSize(6).allMatch(row -> row.f1() > .8);
        assertThat(rows)
                .filteredOn(row -> row.name().contains("chosen by the others"))
                .extracting(row -> row.name().split(",")[0])
                .containsExactly("csv", "generated");
    }
}
