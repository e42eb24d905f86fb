package dev.ravel.bench;

import dev.ravel.bench.measure.CpuTime;
import dev.ravel.bench.measure.Directories;
import dev.ravel.bench.measure.Row;
import dev.ravel.bench.measure.Scores;
import dev.ravel.bench.measure.StoredEntities;
import dev.ravel.cypher.embedded.EmbeddedGraph;
import dev.ravel.cypher.embedded.EmbeddedGraphOptions;
import dev.ravel.cypher.store.MeasuredStore;
import dev.ravel.cypher.store.Neo4jStore;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.stream.StreamLanes;
import dev.ravel.resolver.stream.StreamResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * The stream against the yardstick: the same records, in turns, into one Neo4j. The stream does everything (standardise,
 * match, cluster, golden record, lineage, locks); the yardstick writes bare nodes and relationships.
 */
final class StreamBench {
    private static final int CHUNK = 10_000;
    private static final int SERVER_HEAP_MEBIBYTES = 3_072;
    private static final int SERVER_PAGE_CACHE_MEBIBYTES = 2_048;
    private static final int SIZE_SAMPLE = 10_000;

    private final int records;
    private final int batch;
    private final int writers;
    private final long seed;
    private final boolean size;

    StreamBench(int records, int batch, int writers, long seed, boolean size) {
        this.records = records;
        this.batch = batch;
        this.writers = writers;
        this.seed = seed;
        this.size = size;
    }

    /** What a turn took and left behind. */
    private record Turn(double seconds, double cpuSeconds, long elements, long statements) {}

    private interface Work {
        void run();
    }

    List<Row> run() throws IOException {
        StreamInput input = StreamInput.generate(seed, records);
        List<Row> rows = new ArrayList<>();
        onFreshGraph(graph -> rows.addAll(inTurns(input, graph)));
        if (size) {
            rows.addAll(bytes(input));
        }
        return rows;
    }

    private interface OnGraph {
        void use(EmbeddedGraph graph);
    }

    /** Returns the bytes of the store's files after the server has stopped. */
    private static long onFreshGraph(OnGraph use) throws IOException {
        Path directory = Files.createTempDirectory("ravel-bench");
        EmbeddedGraphOptions options =
                EmbeddedGraphOptions.in(directory).withMemory(SERVER_HEAP_MEBIBYTES, SERVER_PAGE_CACHE_MEBIBYTES);
        try {
            try (EmbeddedGraph graph = EmbeddedGraph.start(options)) {
                use.use(graph);
            }
            return GraphSize.bytes(directory.resolve("data").resolve("databases"));
        } finally {
            Directories.delete(directory);
        }
    }

    private List<Row> inTurns(StreamInput input, EmbeddedGraph graph) {
        Resolver resolver = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());
        List<ProcessHandle> processes = new ArrayList<>(List.of(ProcessHandle.current()));
        ProcessHandle.current().children().forEach(processes::add);
        CpuTime cpu = new CpuTime(processes);
        AtomicLong statements = new AtomicLong();
        List<Turn> yardTurns = new ArrayList<>();
        List<Turn> streamTurns = new ArrayList<>();
        try (Driver driver = graph.connection().driver();
                Session session = driver.session();
                Yardstick yardstick = new Yardstick(driver);
                ResolutionStore store =
                        MeasuredStore.counting(graph.connection(), statement -> statements.incrementAndGet())) {
            store.open(resolver.digest());
            StreamResolver stream = new StreamResolver(resolver, store, Clock.systemUTC());
            for (int from = 0; from + CHUNK <= records; from += CHUNK) {
                List<SourceRecord> chunk = input.records().subList(from, from + CHUNK);
                List<Yardstick.YardRecord> rows =
                        chunk.stream().map(input::forYardstick).toList();
                yardTurns.add(turn(session, cpu, yardstick::statements, () -> yardstick.write(rows)));
                streamTurns.add(turn(session, cpu, statements::get, () -> stream(stream, chunk)));
                System.err.printf(
                        "%d records: yardstick %s, stream %s%n",
                        from + CHUNK,
                        told(yardTurns.get(yardTurns.size() - 1)),
                        told(streamTurns.get(streamTurns.size() - 1)));
            }
            return rows(yardTurns, streamTurns, f1(input, store));
        }
    }

    private static String told(Turn turn) {
        return String.format(
                Locale.ROOT, "%.0f/s (%.3f CPU-ms a record)", CHUNK / turn.seconds(), turn.cpuSeconds() * 1000 / CHUNK);
    }

    /** Each side alone in a graph of its own, because one store's files cannot be told apart. */
    private List<Row> bytes(StreamInput input) throws IOException {
        Resolver resolver = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());
        List<SourceRecord> some = input.records().subList(0, Math.min(SIZE_SAMPLE, records));
        long empty = onFreshGraph(graph -> {
            try (ResolutionStore store = Neo4jStore.connect(graph.connection())) {
                store.open(resolver.digest());
            }
        });
        long yard = onFreshGraph(graph -> {
            try (Driver driver = graph.connection().driver();
                    Yardstick yardstick = new Yardstick(driver)) {
                yardstick.write(some.stream().map(input::forYardstick).toList());
            }
        });
        long streamed = onFreshGraph(graph -> {
            try (ResolutionStore store = Neo4jStore.connect(graph.connection())) {
                store.open(resolver.digest());
                stream(new StreamResolver(resolver, store, Clock.systemUTC()), some);
            }
        });
        List<Row> rows = new ArrayList<>();
        both(
                rows,
                "store bytes a record",
                (yard - empty) / (double) some.size(),
                (streamed - empty) / (double) some.size());
        return rows;
    }

    private void stream(StreamResolver stream, List<SourceRecord> chunk) {
        try (StreamLanes lanes = new StreamLanes(stream, writers, batch, "bench")) {
            for (SourceRecord version : chunk) {
                lanes.add(version);
            }
            lanes.drain();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Turn turn(Session session, CpuTime cpu, LongSupplier statements, Work work) {
        long before = GraphSize.elements(session);
        long statementsBefore = statements.getAsLong();
        double cpuBefore = cpu.seconds();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Turn(
                seconds,
                cpu.seconds() - cpuBefore,
                GraphSize.elements(session) - before,
                statements.getAsLong() - statementsBefore);
    }

    /** The first third warms both sides up and is left out. */
    private List<Row> rows(List<Turn> yard, List<Turn> stream, double f1) {
        int warm = yard.size() / 3;
        double[] ratios = ratios(yard, stream, warm, Turn::seconds);
        double ratio = ratios[ratios.length / 2];
        double[] cpuRatios = ratios(yard, stream, warm, Turn::cpuSeconds);
        List<Turn> yardWarm = yard.subList(warm, yard.size());
        List<Turn> streamWarm = stream.subList(warm, stream.size());
        String name = "stream, batch " + batch;
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("yardstick, batch " + Yardstick.BATCH, rate(yardWarm), "records/s"));
        rows.add(new Row(name, rate(streamWarm), "records/s", "yardstick (median of turns)", ratio, f1));
        rows.add(Row.of(name + ", lowest turn", ratios[0], "of the yardstick"));
        rows.add(Row.of(name + ", highest turn", ratios[ratios.length - 1], "of the yardstick"));
        rows.add(Row.of(name + ", by CPU-seconds, median turn", cpuRatios[cpuRatios.length / 2], "of the yardstick"));
        both(
                rows,
                "CPU-milliseconds a record",
                mean(yardWarm, Turn::cpuSeconds) * 1000,
                mean(streamWarm, Turn::cpuSeconds) * 1000);
        both(rows, "statements a record", mean(yardWarm, Turn::statements), mean(streamWarm, Turn::statements));
        both(rows, "elements a record", mean(yardWarm, Turn::elements), mean(streamWarm, Turn::elements));
        return rows;
    }

    /** What the yardstick took of what the stream took, turn by turn, ascending. */
    private static double[] ratios(List<Turn> yard, List<Turn> stream, int warm, ToDoubleFunction<Turn> cost) {
        double[] ratios = new double[yard.size() - warm];
        for (int i = warm; i < yard.size(); i++) {
            ratios[i - warm] = cost.applyAsDouble(yard.get(i)) / cost.applyAsDouble(stream.get(i));
        }
        Arrays.sort(ratios);
        return ratios;
    }

    private static void both(List<Row> rows, String unit, double yard, double stream) {
        rows.add(Row.of("yardstick", yard, unit));
        rows.add(new Row("stream", stream, unit, "yardstick", stream / yard, Double.NaN));
    }

    private static double rate(List<Turn> turns) {
        return turns.size()
                * (double) CHUNK
                / turns.stream().mapToDouble(Turn::seconds).sum();
    }

    private static double mean(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return turns.stream().mapToDouble(figure).sum() / (turns.size() * (double) CHUNK);
    }

    private static double f1(StreamInput input, ResolutionStore store) {
        Map<String, String> predicted = StoredEntities.byRecord(store);
        Map<String, String> truth = new HashMap<>();
        input.truth().forEach((record, customer) -> {
            if (predicted.containsKey(record.text())) {
                truth.put(record.text(), customer);
            }
        });
        return Scores.f1(truth, predicted);
    }
}
