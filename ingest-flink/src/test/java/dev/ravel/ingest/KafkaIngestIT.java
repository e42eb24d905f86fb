package dev.ravel.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.cypher.store.Neo4jStore;
import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.store.ResolutionStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The streaming job from a real Kafka broker into a real Neo4j. */
class KafkaIngestIT {
    private static final String TOPIC = "customers";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void aTopicStreamsInAndTheGraphsOffsetsSayWhereToGoOn(@TempDir Path folder) throws Exception {
        Neo4jTestServer.wipe();
        Neo4jStores stores = Neo4jStores.of(Neo4jTestServer.connection(), RecordKey.DEFAULT_TENANT);
        RavelConfiguration configuration = RavelConfiguration.defaults().withDataDirectory(folder.resolve("data"));
        try (KafkaTestBroker broker = KafkaTestBroker.start(folder);
                ResolutionStore graph = Neo4jStore.connect(Neo4jTestServer.connection())) {
            broker.createTopic(TOPIC, 2);
            broker.send(TOPIC, 0, record("1", "2026-01-02T00:00:00Z", "new@mail.example"));
            broker.send(TOPIC, 1, record("1", "2026-01-01T00:00:00Z", "old@mail.example"));
            broker.send(TOPIC, 1, record("2", "2026-01-01T00:00:00Z", "two@mail.example"));
            broker.send(TOPIC, 1, "broken");

            IngestReport first = Ingest.run(request(broker, false, "kafka-1"), configuration, stores);

            assertThat(first.counts().read()).isEqualTo(4);
            assertThat(first.counts().deadLetters()).isEqualTo(1);
            assertThat(emailOf(graph, "1")).containsExactly("new@mail.example");
            assertThat(graph.offset("kafka:" + TOPIC + "/1")).isEqualTo(3);
            try (Stream<Path> letters = Files.list(configuration.ingest().deadLetterDirectory())) {
                assertThat(letters).hasSize(1);
            }

            broker.send(TOPIC, 0, record("3", "2026-01-01T00:00:00Z", "three@mail.example"));
            try (RunningIngest running = Ingest.start(request(broker, true, "kafka-2"), configuration, stores)) {
                waitForRecord(graph, "3");
                broker.send(TOPIC, 1, record("4", "2026-01-01T00:00:00Z", "four@mail.example"));
                waitForRecord(graph, "4");

                assertThat(running.report().counts().read()).isEqualTo(2);
                assertThat(running.report().counts().skipped()).isZero();
            }
        }
    }

    private static IngestRequest request(KafkaTestBroker broker, boolean watch, String load) {
        return new IngestRequest(List.of(broker.input(TOPIC)), watch, false, load);
    }

    private static String record(String id, String observedAt, String email) {
        return "{\"source\":\"crm\",\"id\":\"%s\",\"observedAt\":\"%s\",\"attributes\":{\"email\":[\"%s\"]}}"
                .formatted(id, observedAt, email);
    }

    private static List<String> emailOf(ResolutionStore graph, String id) {
        RecordKey key = RecordKey.of("crm", id);
        return graph.recordsOf(List.of(key)).values().stream()
                .flatMap(record -> record.decode().values("email").stream())
                .toList();
    }

    private static void waitForRecord(ResolutionStore graph, String id) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (graph.entityOf(RecordKey.of("crm", id)).isEmpty()) {
            assertThat(System.nanoTime()).as("record %s", id).isLessThan(deadline);
            Thread.sleep(100);
        }
    }
}
