package dev.ravel.bench.reads;

import dev.ravel.api.ApiOptions;
import dev.ravel.api.ApiServer;
import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Directories;
import dev.ravel.bench.measure.Row;
import dev.ravel.bench.measure.Scores;
import dev.ravel.bench.resolve.LoadRun;
import dev.ravel.bench.resolve.ResolveRun;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.cypher.connection.Neo4jConnection;
import dev.ravel.cypher.embedded.EmbeddedGraph;
import dev.ravel.cypher.embedded.EmbeddedGraphOptions;
import dev.ravel.cypher.store.Neo4jStore;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.RecordFiles;
import dev.ravel.launcher.bulk.BulkFiles;
import dev.ravel.launcher.wiring.Graph;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.store.ResolutionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.neo4j.driver.Driver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long it takes to read an entity by its id through GraphQL, and how many a second, beside the bare driver. */
@Command(
        name = "reads",
        mixinStandardHelpOptions = true,
        description = {
            "Entities read by id through GraphQL over HTTP, in turns with the bare driver running the same Cypher.",
            "Generated customers are resolved and loaded first. The embedded server is a process of its own."
        })
public final class ReadsBenchmark extends Benchmark {
    private static final int SERVER_HEAP_MEBIBYTES = 3_072;
    private static final int SERVER_PAGE_CACHE_MEBIBYTES = 3_072;

    @Option(names = "--records", description = "generated records (default: ${DEFAULT-VALUE})")
    private int records = 1_000_000;

    @Option(names = "--heap", description = "gigabytes of heap for resolving and loading (default: ${DEFAULT-VALUE})")
    private int heap = 8;

    @Option(
            names = "--connections",
            split = ",",
            description = "how many read at the same time (default: ${DEFAULT-VALUE})")
    private List<Integer> connections = List.of(1, 64);

    @Option(names = "--seconds", description = "how long a turn is (default: ${DEFAULT-VALUE})")
    private double seconds = 10;

    @Option(
            names = "--turns",
            description = "turns that count of each side, after one as long (default: ${DEFAULT-VALUE})")
    private int turns = 3;

    @Override
    protected List<Row> measure() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("ravel-bench");
        try {
            Path csv = directory.resolve("customers.csv");
            Path truth = directory.resolve("truth.csv");
            CustomerGenerator customers = CustomerGenerator.ofVersions(seed(), records);
            RecordFiles.writeCsv(customers, csv);
            RecordFiles.writeTruth(customers, truth);
            ResolveRun resolved = ResolveRun.of(csv, directory.resolve("resolved"), heap);
            Files.delete(csv);
            Path data = directory.resolve("data");
            LoadRun.of(resolved.out(), data, heap);
            Map<String, String> entityOf = resolved.entityOf();
            double f1 = Scores.f1(ResolveRun.entities(truth), entityOf);
            Resolver resolver = Resolver.of(
                    ResolverSettings.defaults(), MatchModel.read(resolved.out().resolve(BulkFiles.MODEL)));
            EmbeddedGraphOptions options = EmbeddedGraphOptions.in(
                            Graph.directory(RavelConfiguration.defaults().withDataDirectory(data)))
                    .withMemory(SERVER_HEAP_MEBIBYTES, SERVER_PAGE_CACHE_MEBIBYTES);
            try (EmbeddedGraph graph = EmbeddedGraph.start(options)) {
                return read(graph.connection(), resolver, List.copyOf(new TreeSet<>(entityOf.values())), f1);
            }
        } finally {
            Directories.delete(directory);
        }
    }

    private List<Row> read(Neo4jConnection connection, Resolver resolver, List<String> ids, double f1)
            throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("entities in the graph", (double) ids.size(), "entities"));
        try (ResolutionStore store = Neo4jStore.connect(connection);
                Driver driver = connection.driver();
                ApiServer api =
                        ApiServer.start(ApiOptions.defaults().withPort(0), store, resolver, Clock.systemUTC())) {
            store.open(resolver.digest());
            for (int count : connections) {
                compare(
                        count,
                        () -> new GraphQlReads(api.port()),
                        () -> new DriverReads(driver, connection.database()),
                        ids,
                        f1,
                        rows);
            }
        }
        return rows;
    }

    private void compare(
            int count,
            ClosedLoop.Opening graphQl,
            ClosedLoop.Opening driver,
            List<String> ids,
            double f1,
            List<Row> rows)
            throws IOException, InterruptedException {
        List<ClosedLoop> byGraphQl = new ArrayList<>();
        List<ClosedLoop> byDriver = new ArrayList<>();
        for (int turn = 0; turn <= turns; turn++) {
            byGraphQl.add(ClosedLoop.run(graphQl, count, ids, seconds, seed() + turn));
            byDriver.add(ClosedLoop.run(driver, count, ids, seconds, seed() + turn));
        }
        String name = String.format(Locale.ROOT, "%d connection%s", count, count == 1 ? "" : "s");
        ClosedLoop own = ofMedianRate(byGraphQl);
        ClosedLoop bare = ofMedianRate(byDriver);
        rows.add(new Row(
                name + ", reads a second",
                own.perSecond(),
                "reads/s",
                "bare driver",
                own.perSecond() / bare.perSecond(),
                f1));
        for (double share : new double[] {0.5, 0.99}) {
            rows.add(new Row(
                    String.format(Locale.ROOT, "%s, p%.0f", name, share * 100),
                    own.quantile(share),
                    "ms",
                    "bare driver",
                    own.quantile(share) / bare.quantile(share),
                    Double.NaN));
        }
    }

    /** The turn of median rate; the first warms up. */
    private static ClosedLoop ofMedianRate(List<ClosedLoop> turns) {
        List<ClosedLoop> counted = turns.subList(1, turns.size()).stream()
                .sorted((a, b) -> Double.compare(a.perSecond(), b.perSecond()))
                .toList();
        return counted.get(counted.size() / 2);
    }
}
