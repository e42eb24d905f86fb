package dev.ravel.cypher.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.cypher.embedded.EmbeddedGraph;
import dev.ravel.cypher.embedded.EmbeddedGraphOptions;
import dev.ravel.cypher.embedded.GraphServerHome;
import dev.ravel.cypher.store.Neo4jStore;
import dev.ravel.cypher.verify.GraphVerifier;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.InputOffset;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.StoredVersion;
import dev.ravel.resolver.stream.FirstLoad;
import dev.ravel.resolver.stream.Incoming;
import dev.ravel.resolver.stream.StreamResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A graph that Neo4j's importer made is the graph that the stream makes, and the stream goes on with it. */
class OfflineImportIT {
    private static final Resolver RESOLVER = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int SEED = 11;
    private static final int FIRST = 700;
    private static final int ALL = 1_000;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void anImportedGraphIsTheStreamsAndGoesOn() throws IOException {
        List<SourceRecord> versions = versions();
        Path data = directory.resolve("neo4j");
        run(files(versions.subList(0, FIRST)), building(), data);
        try (EmbeddedGraph graph = EmbeddedGraph.start(options(data));
                Neo4jStore imported = Neo4jStore.connect(graph.connection());
                InMemoryStore streamed = new InMemoryStore()) {
            imported.open(RESOLVER.digest());
            assertThat(imported.offset("crm.jsonl")).isEqualTo(7);
            streamed.open(RESOLVER.digest());
            apply(streamed, versions.subList(0, FIRST));
            assertSame(imported, streamed);
            assertThat(new GraphVerifier(graph.connection(), RecordKey.DEFAULT_TENANT)
                            .verify()
                            .violations())
                    .isEmpty();

            apply(imported, versions.subList(FIRST, versions.size()));
            apply(streamed, versions.subList(FIRST, versions.size()));
            assertSame(imported, streamed);
            imported.seal();
            assertThat(new GraphVerifier(graph.connection(), RecordKey.DEFAULT_TENANT)
                            .verify()
                            .violations())
                    .isEmpty();
        }
    }

    @Test
    void anImportThatFailsLeavesNoGraph() throws IOException {
        ImportFiles files = files(versions().subList(0, FIRST));
        Files.writeString(memberships(files), "main:crm:nobody,Enobody,yesterday\n", StandardOpenOption.APPEND);
        Path data = directory.resolve("neo4j");
        Path building = building();
        assertThatThrownBy(() -> run(files, building, data))
                .isInstanceOf(ResolutionException.class)
                .hasMessageContaining("yesterday")
                .hasMessageNotContaining("\n");
        assertThat(data).doesNotExist();
        assertThat(OfflineImport.isPossible(data)).isTrue();
    }

    private static Path memberships(ImportFiles files) throws IOException {
        try (Stream<Path> written = Files.list(files.directory())) {
            return written.filter(file -> file.getFileName().toString().matches("member-of-\\d+\\.csv"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void assertSame(EntityReader imported, EntityReader streamed) {
        List<RecordKey> keys = new ArrayList<>();
        versions().forEach(version -> keys.add(version.key()));
        SortedSet<RecordKey> records = new TreeSet<>(keys);
        assertThat(partition(imported, records)).isEqualTo(partition(streamed, records));
        assertThat(imported.matchesOf(records)).isEqualTo(streamed.matchesOf(records));
        assertThat(questions(imported)).isEqualTo(questions(streamed));
        for (RecordKey record : records) {
            assertThat(imported.versions(record).stream().map(StoredVersion::version))
                    .isEqualTo(streamed.versions(record).stream()
                            .map(StoredVersion::version)
                            .toList());
            imported.entityOf(record).ifPresent(entity -> assertThat(entity.golden())
                    .isEqualTo(streamed.entityOf(record).orElseThrow().golden()));
        }
        var stored = streamed.recordsOf(records);
        imported.recordsOf(records).forEach((key, record) -> {
            assertThat(record.suppressed()).isEqualTo(stored.get(key).suppressed());
            assertThat(record.overCap()).isEqualTo(stored.get(key).overCap());
            assertThat(record.stamp()).isEqualTo(stored.get(key).stamp());
            assertThat(record.spans()).isEqualTo(stored.get(key).spans());
        });
    }

    private static List<String> questions(EntityReader reader) {
        return reader.openReviewItems(ALL).stream()
                .map(item -> item.item().toString())
                .sorted()
                .toList();
    }

    private static List<SortedSet<RecordKey>> partition(EntityReader reader, SortedSet<RecordKey> records) {
        Map<String, SortedSet<RecordKey>> parts = new TreeMap<>();
        reader.memberships(records).forEach((record, membership) -> parts.computeIfAbsent(
                        membership.entity().value(), entity -> new TreeSet<>())
                .add(record));
        return parts.values().stream()
                .sorted((a, b) -> a.first().compareTo(b.first()))
                .toList();
    }

    /** Generated customers, deletions and several versions among them, and texts that a file can trip over. */
    private static List<SourceRecord> versions() {
        List<SourceRecord> versions = new ArrayList<>();
        versions.add(odd("1", "Wang \"Bob\",\nand Sons, \\ Ltd"));
        versions.add(odd("2", " 王; 小明 \r\n ' "));
        CustomerGenerator.ofVersions(SEED, ALL).stream().forEach(generated -> versions.add(generated.version()));
        return versions;
    }

    private static SourceRecord odd(String id, String name) {
        return SourceRecord.of(
                RecordKey.of("crm", "odd \"" + id + "\", \\n;"),
                RecordType.PERSON,
                Instant.parse("2026-03-01T08:00:00Z"),
                new TreeMap<>(
                        Map.of("name", List.of(name), "note", List.of(" "), "phone", List.of("1391111222" + id))));
    }

    private ImportFiles files(List<SourceRecord> versions) throws IOException {
        PreparedRecords prepared = PreparedRecords.of(versions, RESOLVER);
        FirstLoad load = new FirstLoad(
                RESOLVER,
                versions,
                prepared,
                new BulkResolver(RESOLVER, CLOCK).resolve(prepared, List.of()),
                "load",
                CLOCK.instant());
        return ImportFiles.write(
                Files.createDirectory(directory.resolve("files")),
                load,
                RecordKey.DEFAULT_TENANT,
                RESOLVER.digest(),
                List.of(new InputOffset("crm.jsonl", 7)));
    }

    private Path building() throws IOException {
        return Files.createDirectory(directory.resolve("building"));
    }

    private static void run(ImportFiles files, Path building, Path data) throws IOException {
        try (OfflineImport importer = new OfflineImport(GraphServerHome.find(), 256, 512)) {
            importer.run(files, building, data);
        }
    }

    private static EmbeddedGraphOptions options(Path data) {
        return EmbeddedGraphOptions.in(data).withMemory(256, 32);
    }

    private static void apply(ResolutionStore store, List<SourceRecord> versions) {
        new StreamResolver(RESOLVER, store, CLOCK)
                .apply(
                        versions.stream()
                                .map(version -> new Incoming(version, "load"))
                                .toList(),
                        List.of());
    }
}
