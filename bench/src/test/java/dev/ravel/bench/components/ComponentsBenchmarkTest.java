package dev.ravel.bench.components;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.bench.measure.Row;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ComponentsBenchmarkTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allFindersFindAsManyComponents(boolean scattered) {
        Edges edges = Edges.generate(5, 10_000, scattered);

        int inspected = new ConnectivityInspectorFinder().prepare(edges).components();

        assertThat(inspected).isBetween(1_000, 9_000);
        assertThat(new UnionFindFinder().prepare(edges).components()).isEqualTo(inspected);
        assertThat(new DisjointSetsFinder().prepare(edges).components()).isEqualTo(inspected);
    }

    @Test
    void scatteringOnlyRenumbersRecords() {
        Edges near = Edges.generate(5, 10_001, false);
        Edges far = Edges.generate(5, 10_001, true);

        assertThat(new DisjointSetsFinder().prepare(far).components())
                .isEqualTo(new DisjointSetsFinder().prepare(near).components());
        assertThat(Arrays.stream(far.from()).allMatch(node -> node >= 0 && node < far.nodes()))
                .isTrue();
        assertThat(far.from()).isNotEqualTo(near.from());
    }

    @Test
    void givesTheRatioToEachPeer() throws Exception {
        ComponentsBenchmark benchmark = CommandLine.populateCommand(
                new ComponentsBenchmark(), "--edges=1000", "--peer-edges=1000", "--rounds=1");

        List<Row> rows = benchmark.measure();

        assertThat(rows.stream().map(Row::against).filter(peer -> !peer.isEmpty()))
                .containsExactly("JGraphT ConnectivityInspector", "JGraphT UnionFind");
        assertThat(rows).allMatch(row -> row.value() > 0);
    }
}
