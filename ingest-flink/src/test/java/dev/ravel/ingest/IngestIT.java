package dev.ravel.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.cypher.store.Neo4jStore;
import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.RecordFiles;
import dev.ravel.ingest.input.StoredInput;
import dev.ravel.ingest.parse.InputReader;
import dev.ravel.ingest.parse.Parsed;
import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.ingest.sink.IngestCounters;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.stream.Incoming;
import dev.ravel.resolver.stream.StreamResolver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The streaming job on a mini-cluster against a real Neo4j. */
class IngestIT {
    private static final Path TRUTH_SET = Path.of("..", "..", "shared", "data", "senzing_truthset", "jsonl");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final RavelConfiguration configuration;

    IngestIT(@TempDir Path folder) {
        this.folder = folder;
        this.configuration = RavelConfiguration.defaults().withDataDirectory(folder.resolve("data"));
    }

    @BeforeEach
    void startWithAnEmptyGraph() {
        Neo4jTestServer.wipe();
    }

    @Test
    void filesStreamInOnceAndGiveWhatTheInMemoryGraphGives() throws Exception {
        Path inputs = generated(300);
        Files.writeString(
                inputs.resolve("broken.jsonl"),
                "{\"source\":\"x\",\"id\":\"1\",\"observedAt\":\"no time\",\"attributes\":{}}\n[]\n{\"source\":\n");

        IngestReport first = Ingest.run(request("load-1", inputs, false), configuration, stores());
        IngestReport again = Ingest.run(request("load-2", inputs, false), configuration, stores());
        IngestReport replay = Ingest.run(request("load-3", inputs, true), configuration, stores());

        assertThat(first.counts().deadLetters()).isEqualTo(3);
        assertThat(first.inputs()).hasSize(5).allSatisfy(input -> assertThat(input.encoding())
                .isEqualTo("UTF-8"));
        assertThat(first.recordsPerSecond()).isPositive();
        assertThat(again.counts().read()).isZero();
        assertThat(again.counts().skipped()).isEqualTo(first.counts().read());
        assertThat(replay.counts().newVersions()).isZero();
        assertThat(replay.counts().deadLetters()).isZero();
        assertThat(letters()).hasSize(3);
        assertThat(partition()).isEqualTo(undisturbed(inputs));
    }

    @Test
    void senzingsTruthSetComesInWithoutConfiguration() throws Exception {
        assumeThat(TRUTH_SET).isDirectory();

        IngestReport report = Ingest.run(request("truth", TRUTH_SET, false), configuration, stores());

        assertThat(report.counts().newVersions()).isEqualTo(159);
        assertThat(report.counts().deadLetters()).isZero();
        assertThat(partition()).isEqualTo(undisturbed(TRUTH_SET));
    }

    @Test
    void aProcessThatIsKilledAndStartedAgainEndsInTheSameGraph() throws Exception {
        Path inputs = generated(500);
        List<String> expected = undisturbed(inputs);
        long whole = lines(inputs);
        Random random = new Random(20260601);

        for (int kill = 0; kill < 2; kill++) {
            Process child = IngestChild.start(inputs, folder.resolve("data"), "child-" + kill, stores());
            waitForRecords(records() + (1 + random.nextInt(30)) * whole / 100);
            child.destroyForcibly();
            assertThat(child.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        IngestReport rest = Ingest.run(request("rest", inputs, false), configuration, stores());

        assertThat(rest.counts().skipped()).isPositive();
        assertThat(partition()).isEqualTo(expected);
    }

    @Test
    void aWatchedDirectoryGivesItsNewFilesToTheGraph() throws Exception {
        Path inputs = Files.createDirectory(folder.resolve("watched"));
        write(inputs.resolve("one.jsonl"), "1");

        try (RunningIngest running = Ingest.start(
                new IngestRequest(List.of(inputs.toString()), true, false, "watch"), configuration, stores())) {
            waitForRecord("1");
            write(inputs.resolve("two.jsonl"), "2");
            waitForRecord("2");

            assertThat(running.await(Duration.ZERO)).isFalse();
            assertThat(running.report().counts().newVersions()).isEqualTo(2);
        }
    }

    @Test
    void anInputThatIsNotThereSaysSo() {
        assertThatThrownBy(() -> Ingest.run(request("x", folder.resolve("none.csv"), false), configuration, stores()))
                .isInstanceOf(IngestException.class)
                .hasMessageContaining("no such file or directory")
                .hasMessageContaining("none.csv");
    }

    @Test
    void theCountersOfALoadThatHasEndedAreLetGo() throws Exception {
        write(folder.resolve("one.jsonl"), "1");

        Ingest.run(request("gone", folder.resolve("one.jsonl"), false), configuration, stores());

        assertThat(IngestCounters.of("gone").counts().read()).isZero();
        IngestCounters.forget("gone");
    }

    private Path generated(int versions) throws IOException {
        Path inputs = Files.createDirectory(folder.resolve("inputs"));
        RecordFiles.writeJsonLines(CustomerGenerator.ofVersions(7, versions), inputs);
        return inputs;
    }

    private static IngestRequest request(String load, Path input, boolean fromStart) {
        return new IngestRequest(List.of(input.toString()), false, fromStart, load);
    }

    private static Neo4jStores stores() {
        return Neo4jStores.of(Neo4jTestServer.connection(), RecordKey.DEFAULT_TENANT);
    }

    private static long records() {
        try (ResolutionStore graph = Neo4jStore.connect(Neo4jTestServer.connection())) {
            return graph.counts().liveRecords();
        }
    }

    private static List<String> partition() {
        try (ResolutionStore graph = Neo4jStore.connect(Neo4jTestServer.connection())) {
            return GraphPartition.of(graph);
        }
    }

    /** The partition of the inputs in memory, in one batch, without Flink. */
    private List<String> undisturbed(Path inputs) throws IOException {
        Clock clock = Clock.systemUTC();
        List<Incoming> all = new ArrayList<>();
        InputReader reader = new InputReader(SourceCatalog.of(configuration), clock);
        for (Path file : files(inputs)) {
            reader.read(StoredInput.of(file), parsed -> {
                if (parsed instanceof Parsed.Accepted accepted) {
                    all.add(new Incoming(accepted.version(), "memory"));
                }
            });
        }
        InMemoryStore store = new InMemoryStore();
        Resolver resolver = Resolver.of(configuration.resolver(), MatchModel.shipped());
        store.open(resolver.digest());
        new StreamResolver(resolver, store, clock).apply(all, List.of());
        return GraphPartition.of(store);
    }

    private List<String> letters() throws IOException {
        List<String> letters = new ArrayList<>();
        for (Path file : files(configuration.ingest().deadLetterDirectory())) {
            letters.addAll(Files.readAllLines(file));
        }
        return letters;
    }

    private static long lines(Path inputs) throws IOException {
        long lines = 0;
        for (Path file : files(inputs)) {
            lines += Files.readAllLines(file).size();
        }
        return lines;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static void write(Path file, String id) throws IOException {
        Path hidden = file.resolveSibling("." + file.getFileName());
        Files.write(
                hidden,
                ("{\"source\":\"crm\",\"id\":\"" + id + "\",\"observedAt\":\"2026-01-01T00:00:00Z\","
                                + "\"attributes\":{\"email\":[\"p" + id + "@mail.example\"]}}\n")
                        .getBytes(StandardCharsets.UTF_8));
        Files.move(hidden, file);
    }

    private static void waitForRecord(String id) throws InterruptedException {
        try (ResolutionStore graph = Neo4jStore.connect(Neo4jTestServer.connection())) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (graph.entityOf(RecordKey.of("crm", id)).isEmpty()) {
                assertThat(System.nanoTime()).as("record %s", id).isLessThan(deadline);
                Thread.sleep(100);
            }
        }
    }

    private static void waitForRecords(long count) throws InterruptedException {
        try (ResolutionStore graph = Neo4jStore.connect(Neo4jTestServer.connection())) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (graph.counts().liveRecords() < count) {
                assertThat(System.nanoTime()).as("%d records", count).isLessThan(deadline);
                Thread.sleep(20);
            }
        }
    }
}
