package dev.ravel.resolver.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How a sample is shared out among strata. */
final class Allocation {
    /** Drawn of each stratum that has so many: one answer alone says nothing of its spread. */
    private static final int LEAST = 2;

    private Allocation() {}

    /**
     * Shares out: {@value #LEAST} to each stratum, the rest in proportion to what is left of each, by largest remainders,
     * ties to the first. No stratum gets more than it has; the sum exceeds {@code size} only if there are very many strata.
     */
    static int[] of(long[] populations, int size) {
        int[] drawn = new int[populations.length];
        long[] left = new long[populations.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (int) Math.min(LEAST, populations[i]);
            left[i] = populations[i] - drawn[i];
        }
        long all = Arrays.stream(left).sum();
        long rest = Math.min(all, size - (long) Arrays.stream(drawn).sum());
        if (rest <= 0) {
            return drawn;
        }
        double[] remainders = new double[drawn.length];
        long given = 0;
        for (int i = 0; i < drawn.length; i++) {
            double quota = (double) left[i] * rest / all;
            int whole = (int) Math.min(left[i], (long) quota);
            remainders[i] = left[i] == whole ? -1 : quota - whole;
            drawn[i] += whole;
            given += whole;
        }
        IntStream.range(0, drawn.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -remainders[i]).thenComparing(i -> i))
                .limit(rest - given)
                .forEach(i -> drawn[i]++);
        return drawn;
    }
}
