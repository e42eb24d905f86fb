package dev.ravel.bench;

import dev.ravel.api.ApiOptions;
import dev.ravel.api.ApiServer;
import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Directories;
import dev.ravel.bench.measure.Row;
import dev.ravel.cypher.connection.Neo4jConnection;
import dev.ravel.cypher.embedded.EmbeddedGraph;
import dev.ravel.cypher.embedded.EmbeddedGraphOptions;
import dev.ravel.cypher.store.Neo4jStore;
import dev.ravel.model.identity.RecordKey;
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
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long after it was due a record can be seen through GraphQL, while records come at a share of the stream's peak. The load is
 * open: a record is due whether the one before has been taken in or not, so what is late makes all behind it late.
 */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = {
            "From the time at which a record is due to the time at which GraphQL shows it, at half the stream's peak.",
            "Everything on, without Flink; batches close as the sink's do. The embedded server is a process of its own."
        })
final class LatencyBenchmark extends Benchmark {
    private static final int SERVER_HEAP_MEBIBYTES = 3_072;
    private static final int SERVER_PAGE_CACHE_MEBIBYTES = 2_048;

    /** Between two looks: more of them would take cores from the stream that they watch. What is measured may be as much too long. */
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final double PATIENCE_SECONDS = 30;

    @Option(
            names = "--records",
            description = "records in the graph before, which warm up and give the peak (default: ${DEFAULT-VALUE})")
    private int records = 200_000;

    @Option(names = "--share", description = "share of the peak at which records come (default: ${DEFAULT-VALUE})")
    private double share = 0.5;

    @Option(
            names = "--seconds",
            description = "how long they come; the first fifth does not count (default: ${DEFAULT-VALUE})")
    private int seconds = 60;

    @Option(names = "--batch", description = "most records of a batch (default: ${DEFAULT-VALUE})")
    private int batch = 200;

    @Option(
            names = "--peak-batch",
            description = "records of a batch while the peak is measured (default: ${DEFAULT-VALUE})")
    private int peakBatch = 1_000;

    @Override
    protected List<Row> measure() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("ravel-bench");
        EmbeddedGraphOptions options =
                EmbeddedGraphOptions.in(directory).withMemory(SERVER_HEAP_MEBIBYTES, SERVER_PAGE_CACHE_MEBIBYTES);
        try (EmbeddedGraph graph = EmbeddedGraph.start(options)) {
            return inGraph(graph.connection());
        } finally {
            Directories.delete(directory);
        }
    }

    private List<Row> inGraph(Neo4jConnection connection) throws IOException, InterruptedException {
        Resolver resolver = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());
        List<SourceRecord> before = StreamInput.generate(seed(), records).records();
        try (ResolutionStore store = Neo4jStore.connect(connection);
                ResolutionStore apiStore = Neo4jStore.connect(connection)) {
            store.open(resolver.digest());
            StreamResolver stream = new StreamResolver(resolver, store, Clock.systemUTC());
            send(stream, before.subList(0, records / 2));
            long start = System.nanoTime();
            send(stream, before.subList(records / 2, records));
            double peak = (records - records / 2) / ((System.nanoTime() - start) / 1e9);
            int needed = (int) (peak * share * (seconds + PATIENCE_SECONDS));
            List<SourceRecord> next =
                    StreamInput.generate(seed(), records + needed).records().subList(records, records + needed);
            try (ApiServer api =
                    ApiServer.start(ApiOptions.defaults().withPort(0), apiStore, resolver, Clock.systemUTC())) {
                StewardClient reader = new StewardClient(api.port());
                try (BackgroundStream coming = new BackgroundStream(stream, next, peak * share, batch)) {
                    Latencies seen = watch(reader, coming, next, newRecords(before, next));
                    List<Row> rows = new ArrayList<>();
                    rows.add(Row.of("peak", peak, "records/s"));
                    rows.add(Row.of("taken in", coming.stop(), "records/s"));
                    rows.add(Row.of("records watched", (double) seen.count(), "records"));
                    rows.add(Row.of("due to visible, p50", seen.quantile(0.5), "ms"));
                    rows.add(Row.of("due to visible, p99", seen.quantile(0.99), "ms"));
                    rows.add(Row.of("due to visible, longest", seen.quantile(1), "ms"));
                    return rows;
                }
            }
        }
    }

    private void send(StreamResolver stream, List<SourceRecord> some) throws IOException {
        try (StreamLanes lanes = new StreamLanes(stream, BatchLanes.USUAL, peakBatch, "bench")) {
            for (SourceRecord version : some) {
                lanes.add(version);
            }
            lanes.drain();
        }
    }

    /** Which of the next versions are the first of their record: only those can be seen to come. */
    private static BitSet newRecords(List<SourceRecord> before, List<SourceRecord> next) {
        Set<RecordKey> known = new HashSet<>();
        before.forEach(version -> known.add(version.key()));
        BitSet fresh = new BitSet(next.size());
        for (int i = 0; i < next.size(); i++) {
            fresh.set(i, known.add(next.get(i).key()));
        }
        return fresh;
    }

    /** Watches one new record after another, each from when it is due until it is there. */
    private Latencies watch(
            StewardClient reader, BackgroundStream coming, List<SourceRecord> records, BitSet newRecords)
            throws IOException, InterruptedException {
        Latencies seen = new Latencies();
        long begun = System.nanoTime();
        long counted = begun + TimeUnit.SECONDS.toNanos(seconds) / 5;
        long end = begun + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            int watched = newRecords.nextSetBit(coming.nextDue());
            long due = coming.dueNanos(watched);
            LockSupport.parkNanos(due - System.nanoTime());
            while (reader.entityOf(records.get(watched)).isMissingNode()) {
                if (System.nanoTime() - due > PATIENCE_SECONDS * 1e9) {
                    throw new IllegalStateException(
                            records.get(watched).key() + " was not visible after " + PATIENCE_SECONDS + " s");
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
            long latency = System.nanoTime() - due;
            if (due >= counted) {
                seen.add(latency);
            }
        }
        return seen;
    }
}
