package dev.ravel.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.api.ApiOptions;
import dev.ravel.api.ApiServer;
import dev.ravel.bench.StewardClient.Answer;
import dev.ravel.bench.measure.Directories;
import dev.ravel.bench.measure.Row;
import dev.ravel.cypher.connection.Neo4jConnection;
import dev.ravel.cypher.embedded.EmbeddedGraph;
import dev.ravel.cypher.embedded.EmbeddedGraphOptions;
import dev.ravel.cypher.store.MeasuredStore;
import dev.ravel.cypher.store.Neo4jStore;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.stream.BatchLanes;
import dev.ravel.resolver.stream.StreamLanes;
import dev.ravel.resolver.stream.StreamResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long an un-merge takes through GraphQL: split and separate, of small and large entities, at rest, with the stream at
 * half its peak and at full rate; and how many db hits it costs in graphs of different sizes.
 */
final class UnmergeBench {
    private static final int SERVER_HEAP_MEBIBYTES = 3_072;
    private static final int SERVER_PAGE_CACHE_MEBIBYTES = 2_048;

    /** All entities of one size together have about so many records, but there are two at least. */
    private static final int RECORDS_OF_A_SIZE = 8_000;

    private static final int FEWEST_ENTITIES = 2;

    /** So many records are parted and joined again before anything is measured: until a median stays, and no less. */
    private static final int WARM_RECORDS = 40_000;

    private static final int MOST_WARM = 300;

    private final int[] sizes;
    private final int[] entitySizes;
    private final int operations;
    private final int batch;
    private final int streamed;
    private final long seed;
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param sizes the graphs to measure in, by records
     * @param entitySizes the entities to part, by records
     * @param operations un-merges of each kind, size and state of the stream
     * @param batch the most records of a batch
     * @param streamed the most records that the stream can send while something is measured
     */
    UnmergeBench(int[] sizes, int[] entitySizes, int operations, int batch, int streamed, long seed) {
        this.sizes = sizes;
        this.entitySizes = entitySizes;
        this.operations = operations;
        this.batch = batch;
        this.streamed = streamed;
        this.seed = seed;
    }

    /** Measures how long un-merges take, and counts their db hits. */
    List<Row> run() throws IOException, InterruptedException {
        return inEachGraph(true);
    }

    /** Only counts the db hits of un-merges. */
    List<Row> count() throws IOException, InterruptedException {
        return inEachGraph(false);
    }

    /**
     * Counts the db hits of the first un-merges, and times un-merges at rest, in imported graphs of so many customers: the
     * sizes are customers here, of one record each, not records.
     */
    List<Row> runImported() throws IOException, InterruptedException {
        Resolver resolver = Resolver.of(settings(), MatchModel.shipped());
        for (int customers : sizes) {
            List<WrongMerges> entities = wrongMerges(true);
            List<SourceRecord> wrong = entities.stream()
                    .flatMap(ofASize -> ofASize.records().stream())
                    .toList();
            Path directory = Files.createTempDirectory("ravel-bench");
            try {
                Path data = directory.resolve("neo4j");
                new ImportedGraph(resolver, seed, SERVER_PAGE_CACHE_MEBIBYTES).make(data, wrong, customers);
                System.err.printf(Locale.ROOT, "imported %,d customers%n", customers);
                EmbeddedGraphOptions options =
                        EmbeddedGraphOptions.in(data).withMemory(SERVER_HEAP_MEBIBYTES, SERVER_PAGE_CACHE_MEBIBYTES);
                try (EmbeddedGraph graph = EmbeddedGraph.start(options)) {
                    String name = String.format(Locale.ROOT, "imported graph of %,d customers", customers);
                    inImportedGraph(new Place(graph.connection(), resolver, entities, name));
                }
            } finally {
                Directories.delete(directory);
            }
        }
        return rows;
    }

    private void inImportedGraph(Place place) throws IOException, InterruptedException {
        try (ResolutionStore store = Neo4jStore.connect(place.connection())) {
            store.open(place.resolver().digest());
            rows.add(Row.of(place.name() + ": entities", (double) store.counts().entities(), "entities"));
            for (WrongMerges ofASize : place.entities()) {
                count(place, ofASize);
            }
            try (ApiServer api = serve(store, place.resolver())) {
                StewardClient steward = new StewardClient(api.port());
                warmUp(steward, place);
                measure(steward, place, ", at rest");
            }
        }
    }

    private List<Row> inEachGraph(boolean timed) throws IOException, InterruptedException {
        for (int size : sizes) {
            Path directory = Files.createTempDirectory("ravel-bench");
            EmbeddedGraphOptions options =
                    EmbeddedGraphOptions.in(directory).withMemory(SERVER_HEAP_MEBIBYTES, SERVER_PAGE_CACHE_MEBIBYTES);
            try (EmbeddedGraph graph = EmbeddedGraph.start(options)) {
                inGraph(graph.connection(), size, timed);
            } finally {
                Directories.delete(directory);
            }
        }
        return rows;
    }

    private void inGraph(Neo4jConnection connection, int size, boolean timed) throws IOException, InterruptedException {
        Resolver resolver = Resolver.of(settings(), MatchModel.shipped());
        List<SourceRecord> input =
                StreamInput.generate(seed, timed ? size + 3 * streamed : size).records();
        List<WrongMerges> entities = wrongMerges(timed);
        Place place =
                new Place(connection, resolver, entities, String.format(Locale.ROOT, "graph of %,d records", size));
        try (ResolutionStore store = Neo4jStore.connect(connection)) {
            store.open(resolver.digest());
            StreamResolver stream = new StreamResolver(resolver, store, Clock.systemUTC());
            for (WrongMerges ofASize : entities) {
                load(stream, ofASize.records());
            }
            double peak = load(stream, input.subList(0, size));
            rows.add(Row.of(place.name() + ": entities", (double) store.counts().entities(), "entities"));
            if (timed) {
                rows.add(Row.of(place.name() + ": the stream's peak", peak, "records/s"));
                time(place, stream, input, size, peak);
            }
        }
        for (WrongMerges ofASize : entities) {
            count(place, ofASize);
        }
    }

    private List<WrongMerges> wrongMerges(boolean timed) {
        List<WrongMerges> all = new ArrayList<>();
        int first = 0;
        for (int size : entitySizes) {
            int number = timed ? Math.max(FEWEST_ENTITIES, RECORDS_OF_A_SIZE / size) : 1;
            all.add(WrongMerges.of(first, number, size));
            first += number;
        }
        return all;
    }

    /** A graph with wrongly merged entities, those of each size together. */
    private record Place(Neo4jConnection connection, Resolver resolver, List<WrongMerges> entities, String name) {}

    private void time(Place place, StreamResolver stream, List<SourceRecord> input, int size, double peak)
            throws IOException, InterruptedException {
        try (ResolutionStore own = Neo4jStore.connect(place.connection());
                ApiServer api = serve(own, place.resolver())) {
            StewardClient steward = new StewardClient(api.port());
            warmUp(steward, place);
            measure(steward, place, ", at rest");
            int from = size;
            for (double share : new double[] {0.5, Double.POSITIVE_INFINITY}) {
                List<SourceRecord> next = input.subList(from, from + streamed);
                try (BackgroundStream beside = new BackgroundStream(stream, next, share * peak, batch)) {
                    String state = share < 1 ? ", stream at half its peak" : ", stream at full rate";
                    measure(steward, place, state);
                    rows.add(Row.of(place.name() + state + ": taken in", beside.stop(), "records/s"));
                }
                from += streamed;
            }
        }
    }

    private static void warmUp(StewardClient steward, Place place) throws IOException, InterruptedException {
        for (WrongMerges ofASize : place.entities()) {
            int records = ofASize.entities().get(0).size();
            unmerge(steward, ofASize, Math.min(MOST_WARM, WARM_RECORDS / records), new Latencies(), new Latencies());
        }
    }

    /** Entities of a thousand records are above the guard of the shipped settings. */
    private ResolverSettings settings() {
        int largest = Arrays.stream(entitySizes).max().orElseThrow();
        ResolverSettings shipped = ResolverSettings.defaults();
        return new ResolverSettings(
                shipped.tenant(),
                shipped.defaultRegion(),
                shipped.zone(),
                shipped.matchWeight(),
                shipped.reviewWeight(),
                shipped.weakBridgeMargin(),
                Math.max(shipped.maxEntityRecords(), 2 * largest),
                shipped.blockCap(),
                shipped.identifierCandidateCap(),
                shipped.identifiers(),
                shipped.suppressedValues(),
                shipped.sources());
    }

    private static ApiServer serve(ResolutionStore store, Resolver resolver) {
        return ApiServer.start(ApiOptions.defaults().withPort(0), store, resolver, Clock.systemUTC());
    }

    /** Returns how many records a second went in; the first half warms up and is left out. */
    private double load(StreamResolver stream, List<SourceRecord> records) throws IOException {
        int half = records.size() / 2;
        send(stream, records.subList(0, half));
        long start = System.nanoTime();
        send(stream, records.subList(half, records.size()));
        return (records.size() - half) / ((System.nanoTime() - start) / 1e9);
    }

    private void send(StreamResolver stream, List<SourceRecord> records) throws IOException {
        try (StreamLanes lanes = new StreamLanes(stream, BatchLanes.USUAL, batch, "bench")) {
            for (SourceRecord version : records) {
                lanes.add(version);
            }
            lanes.drain();
        }
    }

    private void measure(StewardClient steward, Place place, String state) throws IOException, InterruptedException {
        for (WrongMerges entities : place.entities()) {
            Latencies parted = new Latencies();
            Latencies undone = new Latencies();
            unmerge(steward, entities, operations, parted, undone);
            int size = entities.entities().get(0).size();
            add(place.name() + state + ": un-merge of " + size, parted);
            add(place.name() + state + ": undo of it", undone);
        }
    }

    private void add(String name, Latencies latencies) {
        String of = " of " + latencies.count();
        rows.add(Row.of(name + ", p50" + of, latencies.quantile(0.5), "ms"));
        rows.add(Row.of(name + ", p99" + of, latencies.quantile(0.99), "ms"));
        System.err.printf(
                Locale.ROOT, "%s: p50 %.1f ms, p99 %.1f ms%n", name, latencies.quantile(0.5), latencies.quantile(0.99));
    }

    /** Splits and separates in turns, each entity as often as the others, and takes each back before the next. */
    private static void unmerge(
            StewardClient steward, WrongMerges entities, int operations, Latencies parted, Latencies undone)
            throws IOException, InterruptedException {
        for (int i = 0; i < operations; i++) {
            List<SourceRecord> row =
                    entities.entities().get(i % entities.entities().size());
            JsonNode entity = steward.entityOf(row.get(0));
            if (entity.path("size").asInt() != row.size()) {
                throw new IllegalStateException("an entity of " + row.size() + " records was expected: " + entity);
            }
            Answer done = i % 2 == 0 ? steward.split(entity, row) : steward.separate(entity, row);
            parted.add(done.nanos());
            undone.add(steward.undo(done).nanos());
        }
    }

    /** The db hits of a split, a separation and the undo of each, all statements of each together. */
    private void count(Place place, WrongMerges entities) throws IOException, InterruptedException {
        AtomicLong hits = new AtomicLong();
        try (ResolutionStore store = MeasuredStore.profiled(place.connection(), hits::addAndGet)) {
            store.open(place.resolver().digest());
            try (ApiServer api = serve(store, place.resolver())) {
                StewardClient steward = new StewardClient(api.port());
                List<SourceRecord> row =
                        entities.entities().get(entities.entities().size() - 1);
                for (String kind : List.of("split", "separate")) {
                    String name = place.name() + ": " + kind + " of " + row.size();
                    JsonNode entity = steward.entityOf(row.get(0));
                    hits.set(0);
                    Answer done = kind.equals("split") ? steward.split(entity, row) : steward.separate(entity, row);
                    rows.add(Row.of(name, (double) hits.getAndSet(0), "db hits"));
                    steward.undo(done);
                    rows.add(Row.of(name + ", undo", (double) hits.get(), "db hits"));
                }
            }
        }
    }
}
