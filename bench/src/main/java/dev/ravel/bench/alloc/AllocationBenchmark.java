package dev.ravel.bench.alloc;

import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What one call of each hot loop allocates, by JMH's GC profiler: bytes divided by calls, in a process of its own. */
@Command(
        name = "alloc",
        mixinStandardHelpOptions = true,
        description = {
            "What scoring a pair, passing over it, counting it and comparing two words allocate (JMH, GC profiler).",
            "About a minute."
        })
public final class AllocationBenchmark extends Benchmark {
    private static final String BYTES = "gc.alloc.rate.norm";

    @Option(names = "--warm-up", description = "seconds to warm each loop up (default: ${DEFAULT-VALUE})")
    private int warmUp = 4;

    @Option(names = "--measured", description = "seconds to measure each loop (default: ${DEFAULT-VALUE})")
    private int measured = 3;

    @Override
    protected List<Row> measure() {
        Options options = new OptionsBuilder()
                .include(HotLoops.class.getName())
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .forks(1)
                .warmupIterations(warmUp)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(measured)
                .measurementTime(TimeValue.seconds(1))
                .build();
        try {
            return rows(new Runner(options).run());
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not run: " + e.getMessage(), e);
        }
    }

    private static List<Row> rows(Collection<RunResult> results) {
        List<RunResult> inOrder = new ArrayList<>(results);
        inOrder.sort(Comparator.comparing(result -> result.getPrimaryResult().getLabel()));
        List<Row> rows = new ArrayList<>();
        for (RunResult result : inOrder) {
            String name = result.getPrimaryResult().getLabel();
            String bytes = result.getSecondaryResults().keySet().stream()
                    .filter(label -> label.endsWith(BYTES))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("JMH's GC profiler said nothing of " + BYTES));
            double score = Objects.requireNonNull(result.getSecondaryResults().get(bytes))
                    .getScore();
            rows.add(Row.of(name, score, "bytes a call"));
        }
        return rows;
    }
}
