package dev.ravel.bench;

import dev.ravel.bench.alloc.AllocationBenchmark;
import dev.ravel.bench.cluster.ClusterBenchmark;
import dev.ravel.bench.clustering.ClusteringBenchmark;
import dev.ravel.bench.components.ComponentsBenchmark;
import dev.ravel.bench.duckdb.DuckDbBenchmark;
import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Row;
import dev.ravel.bench.peers.DedupeBenchmark;
import dev.ravel.bench.peers.DukeBenchmark;
import dev.ravel.bench.peers.SplinkBenchmark;
import dev.ravel.bench.reads.ReadsBenchmark;
import dev.ravel.bench.resolve.GrowthBenchmark;
import dev.ravel.bench.resolve.IdentifiersBenchmark;
import dev.ravel.bench.resolve.LoadBenchmark;
import dev.ravel.bench.skew.SkewBenchmark;
import dev.ravel.bench.strings.StringsBenchmark;
import dev.ravel.bench.thresholds.ThresholdsBenchmark;
import dev.ravel.resolver.stream.BatchLanes;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ravel bench}: prints a table of measurements. */
@Command(
        name = "ravel bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures Ravel beside something else in the same run.",
            "Example: ravel bench stream --records 100000",
            ""
        },
        subcommands = {
            Bench.ListBenchmarks.class,
            Bench.Stream.class,
            Bench.Bulk.class,
            Bench.Unmerge.class,
            StringsBenchmark.class,
            AllocationBenchmark.class,
            ComponentsBenchmark.class,
            ClusterBenchmark.class,
            DuckDbBenchmark.class,
            DukeBenchmark.class,
            SplinkBenchmark.class,
            DedupeBenchmark.class,
            IdentifiersBenchmark.class,
            GrowthBenchmark.class,
            LoadBenchmark.class,
            ReadsBenchmark.class,
            LatencyBenchmark.class,
            SkewBenchmark.class,
            ThresholdsBenchmark.class,
            ClusteringBenchmark.class
        })
final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Command(name = "list", description = "Lists the benchmarks.")
    static final class ListBenchmarks implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            Objects.requireNonNull(spec.parent()).subcommands().forEach((name, command) -> {
                if (command.getCommand() instanceof Benchmark) {
                    System.out.printf(
                            "%-12s%s%n",
                            name, command.getCommandSpec().usageMessage().description()[0]);
                }
            });
            return 0;
        }
    }

    @Command(
            name = "stream",
            mixinStandardHelpOptions = true,
            description = "Streams generated people into an embedded Neo4j, in turns with the yardstick.")
    static final class Stream extends Benchmark {
        @Option(names = "--records", description = "records on each side (default: ${DEFAULT-VALUE})")
        int records = 100_000;

        @Option(names = "--batch", description = "records a transaction (default: ${DEFAULT-VALUE})")
        int batch = 1_000;

        @Option(names = "--writers", description = "batches at once (default: ${DEFAULT-VALUE})")
        int writers = BatchLanes.USUAL;

        @Option(names = "--no-size", description = "leave out the bytes of the store, which take runs of their own")
        boolean noSize;

        @Override
        protected List<Row> measure() throws IOException {
            return new StreamBench(records, batch, writers, seed(), !noSize).run();
        }
    }

    @Command(
            name = "bulk",
            mixinStandardHelpOptions = true,
            description = "Runs ravel resolve as a process on generated people and scores what it finds.")
    static final class Bulk extends Benchmark {
        @Option(names = "--records", description = "records (default: ${DEFAULT-VALUE})")
        int records = 1_000_000;

        @Override
        protected List<Row> measure() throws IOException, InterruptedException {
            return new BulkBench(records, seed()).run();
        }
    }

    @Command(
            name = "unmerge",
            mixinStandardHelpOptions = true,
            description = "Parts wrongly merged entities through GraphQL, at rest and beside the stream.")
    static final class Unmerge extends Benchmark {
        @Option(
                names = "--sizes",
                split = ",",
                description = "records of the graphs to measure in (default: ${DEFAULT-VALUE})")
        int[] sizes = {10_000, 100_000};

        @Option(
                names = "--records",
                split = ",",
                description = "records of the entities to part (default: ${DEFAULT-VALUE})")
        int[] entitySizes = {100, 1_000};

        @Option(names = "--operations", description = "un-merges of each kind (default: ${DEFAULT-VALUE})")
        int operations = 100;

        @Option(names = "--hits", description = "only count the db hits of one un-merge of each kind; time nothing")
        boolean hits;

        @Option(
                names = "--imported",
                description = "import graphs of --sizes customers of one record each; count db hits, then time at rest")
        boolean imported;

        @Option(names = "--batch", description = "most records a transaction (default: ${DEFAULT-VALUE})")
        int batch = 1_000;

        @Option(
                names = "--streamed",
                description = "most records that the stream beside can send (default: ${DEFAULT-VALUE})")
        int streamed = 60_000;

        @Override
        protected List<Row> measure() throws IOException, InterruptedException {
            UnmergeBench bench = new UnmergeBench(sizes, entitySizes, operations, batch, streamed, seed());
            if (imported) {
                return bench.runImported();
            }
            return hits ? bench.count() : bench.run();
        }
    }
}
