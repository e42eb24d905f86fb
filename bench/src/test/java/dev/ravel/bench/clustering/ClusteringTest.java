package dev.ravel.bench.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.bench.clustering.PairGraph.Pair;
import dev.ravel.bench.measure.Row;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.RecordFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ClusteringTest {
    /** 0–1–2 and 3–4 in heavy pairs, held together by a light pair of 2 and 3 that 0 and 4 speak against. */
    private static final PairGraph CHAIN = new PairGraph(
            6,
            List.of(
                    new Pair(0, 1, 12),
                    new Pair(1, 2, 10),
                    new Pair(2, 3, 5),
                    new Pair(3, 4, 11),
                    new Pair(0, 4, -9),
                    new Pair(0, 2, 6),
                    new Pair(0, 5, -20)));

    @ParameterizedTest
    @CsvSource({
        "COMPONENTS, 01234 5",
        "CENTER, 012 34 5",
        "MERGE_CENTER, 01234 5",
        "STAR, 0123 4 5",
        "CORRELATION, 012 34 5"
    })
    void recordsAreDividedAsTheAlgorithmSays(Clustering clustering, String parts) {
        assertThat(parts(clustering.clusters(CHAIN, 4))).isEqualTo(parts);
    }

    @Test
    void theOrderOfPairsDoesNotMatter() {
        List<Pair> pairs = CHAIN.pairs();
        List<Pair> reversed = IntStream.range(0, pairs.size())
                .mapToObj(i -> pairs.get(pairs.size() - 1 - i))
                .toList();

        for (Clustering clustering : Clustering.values()) {
            assertThat(clustering.clusters(new PairGraph(6, reversed), 4)).isEqualTo(clustering.clusters(CHAIN, 4));
        }
    }

    @Test
    void eachSetIsMeasuredUnderEachClustering(@TempDir Path data) throws Exception {
        Path set = Files.createDirectory(data.resolve("seed1"));
        CustomerGenerator customers = CustomerGenerator.ofVersions(1, 300);
        RecordFiles.writeCsv(customers, set.resolve("records.csv"));
        RecordFiles.writeTruth(customers, set.resolve("truth.csv"));

        List<Row> rows = CommandLine.populateCommand(new ClusteringBenchmark(), "--data=" + data)
                .measure();

        assertThat(rows).hasSize(Clustering.values().length + 1).allMatch(row -> row.f1() > .5);
        assertThat(rows.get(rows.size() - 1).name()).isEqualTo("seed1, shipped at 4.0");
    }

    private static String parts(int[] clusters) {
        Map<Integer, String> parts = new TreeMap<>();
        for (int record = 0; record < clusters.length; record++) {
            parts.merge(clusters[record], Integer.toString(record), String::concat);
        }
        return parts.values().stream().sorted().collect(Collectors.joining(" "));
    }
}
