package dev.ravel.bench.strings;

import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Contender;
import dev.ravel.bench.measure.Row;
import dev.ravel.bench.measure.Turns;
import dev.ravel.bench.strings.RandomPairs.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Nanoseconds a comparison for each kernel and script, and how many of many random pairs it gets right. */
@Command(
        name = "strings",
        mixinStandardHelpOptions = true,
        description = {
            "Jaro-Winkler, Levenshtein and OSA beside Apache Commons Text, in Latin and Han script.",
            "About three minutes, of which most checks 10,000,000 random pairs against textbook versions."
        })
public final class StringsBenchmark extends Benchmark {
    private static final double NANOS = 1e9;

    /** Few signs, so that random texts have much in common and every branch is met. */
    private static final int SIGNS_OF_CHECKED_PAIRS = 6;

    @Option(names = "--pairs", description = "different pairs to time (default: ${DEFAULT-VALUE})")
    private int pairs = 4_096;

    @Option(names = "--sweeps", description = "times that a turn goes through them (default: ${DEFAULT-VALUE})")
    private int sweeps = 100;

    @Option(names = "--rounds", description = "turns of each side that count (default: ${DEFAULT-VALUE})")
    private int rounds = 7;

    @Option(names = "--check", description = "random pairs to check in each script (default: ${DEFAULT-VALUE})")
    private long check = 5_000_000;

    @Override
    protected List<Row> measure() {
        List<Row> rows = new ArrayList<>();
        for (Script script : Script.values()) {
            String[] left = new String[pairs];
            String[] right = new String[pairs];
            RandomPairs random = new RandomPairs(seed(), script);
            for (int i = 0; i < pairs; i++) {
                String[] pair = random.next();
                left[i] = pair[0];
                right[i] = pair[1];
            }
            for (Kernel kernel : Kernel.values()) {
                rows.addAll(timed(kernel, script, left, right));
            }
            rows.addAll(checked(script));
        }
        return rows;
    }

    private List<Row> timed(Kernel kernel, Script script, String[] left, String[] right) {
        double[] seconds = new Turns(3, rounds)
                .seconds(List.of(
                        Contender.of("ravel", () -> swept(() -> kernel.ours(left, right))),
                        Contender.of(kernel.peer(), () -> swept(() -> kernel.peer(left, right)))));
        double comparisons = (double) sweeps * pairs;
        double ours = seconds[0] * NANOS / comparisons;
        double peer = seconds[1] * NANOS / comparisons;
        String name = kernel.label() + ", " + script.name().toLowerCase(Locale.ROOT);
        return List.of(
                new Row(name, ours, "ns", kernel.peer(), peer / ours, Double.NaN),
                Row.of(name + ", " + kernel.peer(), peer, "ns"));
    }

    private double swept(Contender.Work sweep) {
        double sum = 0;
        for (int i = 0; i < sweeps; i++) {
            sum += sweep.run();
        }
        return sum;
    }

    private List<Row> checked(Script script) {
        RandomPairs all = new RandomPairs(seed() + 1, script);
        RandomPairs alike = new RandomPairs(seed() + 2, script, SIGNS_OF_CHECKED_PAIRS);
        long[] wrong = new long[Kernel.values().length];
        for (long i = 0; i < check; i++) {
            String[] pair = i % 2 == 0 ? all.next() : alike.next();
            for (Kernel kernel : Kernel.values()) {
                if (!kernel.isRight(pair[0], pair[1])) {
                    wrong[kernel.ordinal()]++;
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        for (Kernel kernel : Kernel.values()) {
            rows.add(new Row(
                    kernel.label() + ", " + script.name().toLowerCase(Locale.ROOT) + ", wrong of " + check + " pairs",
                    (double) wrong[kernel.ordinal()],
                    "pairs",
                    "textbook",
                    Double.NaN,
                    Double.NaN));
        }
        return rows;
    }
}
