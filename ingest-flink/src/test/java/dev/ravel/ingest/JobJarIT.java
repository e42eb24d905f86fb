package dev.ravel.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.cypher.connection.Neo4jConnection;
import dev.ravel.cypher.store.Neo4jStore;
import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.store.ResolutionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job jar on a real Flink cluster, submitted as {@code flink run} does it. */
class JobJarIT {
    private static final long PATIENCE_SECONDS = 240;

    @Test
    void theJobJarRunsOnAStandaloneCluster(@TempDir Path folder) throws Exception {
        Neo4jTestServer.wipe();
        Path input = Files.writeString(
                folder.resolve("crm.jsonl"),
                """
                {"source":"crm","id":"1","observedAt":"2026-01-01T00:00:00Z","attributes":{"name":["王小明"],"phone":["13800138001"]}}
                {"source":"crm","id":"2","observedAt":"2026-01-01T00:00:00Z","attributes":{"name":["王小明"],"phone":["13800138001"]}}
                broken
                """);
        Path configuration =
                Files.writeString(folder.resolve("ravel.yaml"), "dataDirectory: " + folder.resolve("data") + "\n");
        Neo4jConnection graph = Neo4jTestServer.connection();

        try (FlinkStandaloneCluster cluster = FlinkStandaloneCluster.start(folder.resolve("flink"))) {
            Process run = cluster.run(
                    Map.of("NEO4J_URI", graph.uri(), "NEO4J_USER", graph.user(), "NEO4J_PASSWORD", graph.password()),
                    List.of(jobJar().toString(), "-c", configuration.toString(), input.toString()));

            assertThat(run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue())
                    .as(cluster.log("client") + cluster.log("taskmanager"))
                    .isZero();
        }

        try (ResolutionStore store = Neo4jStore.connect(graph)) {
            assertThat(store.counts().liveRecords()).isEqualTo(2);
            assertThat(store.entityOf(RecordKey.of("crm", "1"))).isEqualTo(store.entityOf(RecordKey.of("crm", "2")));
        }
        try (Stream<Path> letters = Files.list(folder.resolve("data").resolve("dead-letters"))) {
            assertThat(letters).hasSize(1);
        }
    }

    @Test
    void theBatchJobRunsOnAStandaloneCluster(@TempDir Path folder) throws Exception {
        Path input = Files.writeString(
                folder.resolve("crm.jsonl"),
                """
                {"source":"crm","id":"1","observedAt":"2026-01-01T00:00:00Z","attributes":{"name":["王小明"],"phone":["13800138001"]}}
                {"source":"crm","id":"2","observedAt":"2026-01-01T00:00:00Z","attributes":{"name":["王小明"],"phone":["13800138001"]}}
                {"source":"crm","id":"3","observedAt":"2026-01-01T00:00:00Z","attributes":{"name":["李雷"],"phone":["13711113333"]}}
                broken
                """);
        Path configuration =
                Files.writeString(folder.resolve("ravel.yaml"), "dataDirectory: " + folder.resolve("data") + "\n");
        Path output = folder.resolve("resolved");

        try (FlinkStandaloneCluster cluster = FlinkStandaloneCluster.start(folder.resolve("flink"))) {
            Process run = cluster.run(
                    Map.of(),
                    List.of(
                            "-c",
                            ResolveJobMain.class.getName(),
                            jobJar().toString(),
                            "--model",
                            "shipped",
                            "-c",
                            configuration.toString(),
                            "-o",
                            output.toString(),
                            input.toString()));

            assertThat(run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue())
                    .as(cluster.log("client") + cluster.log("taskmanager"))
                    .isZero();
        }

        assertThat(Files.readAllLines(output.resolve("entities-0.csv"))).hasSize(4);
        assertThat(Files.readAllLines(output.resolve("golden-0.csv"))).hasSize(3);
        assertThat(Files.readString(output.resolve("report.json")))
                .contains("\"records\" : 3")
                .contains("\"entities\" : 2")
                .contains("\"deadLetters\" : 1");
    }

    private static Path jobJar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-job.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no job jar in target; run mvn package first"));
        }
    }
}
