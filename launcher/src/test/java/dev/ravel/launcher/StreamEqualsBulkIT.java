package dev.ravel.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ravel.configuration.ConfigurationReader;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.cypher.store.Neo4jStore;
import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.wiring.Inputs;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.stream.Incoming;
import dev.ravel.resolver.stream.StreamResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Public records, in three orders and micro-batches of three sizes, become the same entities in the graph as in bulk.
 * The configurations are the examples'; the data is optional and lies beside the clone.
 */
class StreamEqualsBulkIT {
    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final int PAGE = 1000;

    private final Clock clock = Clock.systemUTC();

    @ParameterizedTest(name = "{0}, seed {2}, batches of {3}")
    @CsvSource({
        "senzing_truthset, senzing_truthset/jsonl, 1, 7",
        "senzing_truthset, senzing_truthset/jsonl, 2, 40",
        "senzing_truthset, senzing_truthset/jsonl, 3, 1000",
        "crm_five_sources, crm_five_sources, 1, 150",
        "crm_five_sources, crm_five_sources, 2, 700",
        "crm_five_sources, crm_five_sources, 3, 2500"
    })
    void givesTheSameEntities(String example, String folder, long seed, int batch, @TempDir Path letters)
            throws IOException {
        Path data = DATA.resolve(folder);
        assumeThat(data).as("optional data").isDirectory();
        RavelConfiguration configuration =
                ConfigurationReader.read(EXAMPLES.resolve(example).resolve("ravel.yaml"), Map.of());
        Resolver resolver = Resolver.of(configuration.resolver(), MatchModel.shipped());
        List<SourceRecord> versions = versions(configuration, data, letters);
        Set<SortedSet<RecordKey>> bulk = records(
                new BulkResolver(resolver, clock).resolve(versions, List.of()).entities());
        Collections.shuffle(versions, new Random(seed));

        Neo4jTestServer.wipe();
        try (Neo4jStore graph = Neo4jStore.connect(Neo4jTestServer.connection())) {
            graph.open(resolver.digest());
            StreamResolver stream = new StreamResolver(resolver, graph, clock);
            for (int from = 0; from < versions.size(); from += batch) {
                List<SourceRecord> next = versions.subList(from, Math.min(versions.size(), from + batch));
                stream.apply(
                        next.stream()
                                .map(version -> new Incoming(version, "load"))
                                .toList(),
                        List.of());
            }
            assertThat(records(all(graph))).as("entities of %s", example).isEqualTo(bulk);
        }
    }

    /** The versions of the files that the configuration names, as {@code ravel resolve} reads them. */
    private List<SourceRecord> versions(RavelConfiguration configuration, Path data, Path letters) throws IOException {
        List<SourceRecord> versions = new ArrayList<>();
        Inputs inputs = Inputs.find(configuration, files(configuration, data), Console.system());
        Inputs.Summary read = inputs.read(letters, "test", clock, versions::add);
        assertThat(read.deadLetters()).isZero();
        assertThat(versions).hasSizeGreaterThan(100);
        return versions;
    }

    /** The files that the configuration's sources own; all if it names no source. */
    private static List<Path> files(RavelConfiguration configuration, Path data) throws IOException {
        if (configuration.sources().isEmpty()) {
            return List.of(data);
        }
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> configuration.sources().values().stream()
                            .anyMatch(source -> source.owns(String.valueOf(file.getFileName()))))
                    .sorted()
                    .toList();
        }
    }

    private static Set<SortedSet<RecordKey>> records(Collection<Entity> entities) {
        return entities.stream().map(Entity::records).collect(Collectors.toSet());
    }

    private static List<Entity> all(EntityReader graph) {
        List<Entity> entities = new ArrayList<>();
        List<Entity> page = graph.page(Optional.empty(), PAGE, 1);
        while (!page.isEmpty()) {
            entities.addAll(page);
            EntityId last = page.get(page.size() - 1).id();
            page = graph.page(Optional.of(last), PAGE, 1);
        }
        return entities;
    }
}
