package dev.ravel.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/**
 * Sides that run in turns, A B A B, so that what the machine does meanwhile hits all of them alike. Counts the processor
 * time of the calling thread; of several turns the median counts.
 */
public final class Turns {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int warmUps;
    private final int rounds;

    /**
     * So many turns for each side.
     *
     * @param warmUps turns before, which do not count: the compiler is not done
     * @param rounds turns that count, at least one
     */
    public Turns(int warmUps, int rounds) {
        if (warmUps < 0 || rounds < 1) {
            throw new IllegalArgumentException("at least one turn must count, not " + rounds);
        }
        this.warmUps = warmUps;
        this.rounds = rounds;
    }

    /** The median processor seconds of a turn of each side, in the order of the sides. */
    public double[] seconds(List<Contender> sides) {
        double[][] taken = new double[sides.size()][rounds];
        double[] answers = new double[sides.size()];
        for (int turn = -warmUps; turn < rounds; turn++) {
            for (int side = 0; side < sides.size(); side++) {
                long start = THREADS.getCurrentThreadCpuTime();
                double answer = sides.get(side).run();
                double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
                if (turn > -warmUps && answer != answers[side]) {
                    throw new IllegalStateException(
                            sides.get(side).name() + " gave " + answers[side] + ", then " + answer);
                }
                answers[side] = answer;
                if (turn >= 0) {
                    taken[side][turn] = seconds;
                }
            }
        }
        return Arrays.stream(taken).mapToDouble(Turns::median).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
