package dev.ravel.bench.skew;

import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Directories;
import dev.ravel.bench.measure.Row;
import dev.ravel.bench.measure.Scores;
import dev.ravel.bench.measure.StoredEntities;
import dev.ravel.cypher.embedded.EmbeddedGraph;
import dev.ravel.cypher.embedded.EmbeddedGraphOptions;
import dev.ravel.cypher.store.Neo4jStore;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.evaluate.Accuracy;
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
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records a second of each load, in turns into one graph, and the ratio to the even one. */
@Command(
        name = "skew",
        mixinStandardHelpOptions = true,
        description = {
            "Streams records that share one phone, device or person into an embedded Neo4j, in turns with an even load.",
            "About three minutes for 10,000 records of each load; the target is told of 100,000 (--records)."
        })
public final class SkewBenchmark extends Benchmark {
    private static final int SERVER_HEAP_MEBIBYTES = 2_048;
    private static final int SERVER_PAGE_CACHE_MEBIBYTES = 1_024;
    private static final int TURNS = 10;

    @Option(names = "--records", description = "records of each load (default: ${DEFAULT-VALUE})")
    private int records = 10_000;

    @Option(names = "--batch", description = "records a transaction (default: ${DEFAULT-VALUE})")
    private int batch = 1_000;

    @Override
    protected List<Row> measure() throws IOException {
        Path directory = Files.createTempDirectory("ravel-bench");
        EmbeddedGraphOptions options =
                EmbeddedGraphOptions.in(directory).withMemory(SERVER_HEAP_MEBIBYTES, SERVER_PAGE_CACHE_MEBIBYTES);
        Resolver resolver = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());
        try (EmbeddedGraph graph = EmbeddedGraph.start(options);
                ResolutionStore store = Neo4jStore.connect(graph.connection())) {
            store.open(resolver.digest());
            return inTurns(new StreamResolver(resolver, store, Clock.systemUTC()), store);
        } finally {
            Directories.delete(directory);
        }
    }

    private List<Row> inTurns(StreamResolver stream, ResolutionStore store) throws IOException {
        double[][] seconds = new double[Load.values().length][TURNS];
        int chunk = Math.max(1, records / TURNS);
        for (int turn = 0; turn < TURNS; turn++) {
            for (Load load : Load.values()) {
                List<SourceRecord> input = load.records(turn * chunk, (turn + 1) * chunk);
                long start = System.nanoTime();
                stream(stream, input);
                double taken = (System.nanoTime() - start) / 1e9;
                seconds[load.ordinal()][turn] = taken;
                System.err.printf("turn %d, %s: %.2f s%n", turn, load.label(), taken);
            }
        }
        Map<String, String> entityOf = StoredEntities.byRecord(store);
        List<Row> rows = new ArrayList<>();
        for (Load load : Load.values()) {
            rows.addAll(rows(load, chunk, seconds, Scores.pairwise(load.truth(chunk * TURNS), entityOf)));
        }
        return rows;
    }

    /** The first third of the turns warms up and is left out. */
    private static List<Row> rows(Load load, int chunk, double[][] seconds, Accuracy accuracy) {
        double own = warm(seconds[load.ordinal()]);
        double even = warm(seconds[Load.EVEN.ordinal()]);
        double counted = (double) chunk * (TURNS - TURNS / 3);
        String against = load == Load.EVEN ? "" : Load.EVEN.label();
        double ratio = load == Load.EVEN ? Double.NaN : even / own;
        return List.of(
                new Row("stream, " + load.label(), counted / own, "records/s", against, ratio, accuracy.f1()),
                Row.of("stream, " + load.label() + ", precision", accuracy.precision(), ""),
                Row.of("stream, " + load.label() + ", recall", accuracy.recall(), ""));
    }

    private static double warm(double[] seconds) {
        return Arrays.stream(seconds).skip(TURNS / 3).sum();
    }

    private void stream(StreamResolver stream, List<SourceRecord> input) throws IOException {
        try (StreamLanes lanes = new StreamLanes(stream, BatchLanes.USUAL, batch, "bench")) {
            for (SourceRecord version : input) {
                lanes.add(version);
            }
            lanes.drain();
        }
    }
}
