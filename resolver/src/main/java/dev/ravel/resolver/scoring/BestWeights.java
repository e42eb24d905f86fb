package dev.ravel.resolver.scoring;

import dev.ravel.resolver.comparison.Comparison;

/** The most that comparisons can add to a weight under a model. Immutable. */
final class BestWeights {
    private static final Comparison[] COMPARISONS = Comparison.values();
    private static final int LOW_BITS = COMPARISONS.length / 2;
    private static final int LOW_MASK = (1 << LOW_BITS) - 1;

    private final double[] best = new double[COMPARISONS.length];

    /** The sums for all sets of the first comparisons, and those for all sets of the others. */
    private final double[] low;

    private final double[] high;

    /** Whether a level counts. */
    interface Levels {
        boolean include(Comparison comparison, int level);
    }

    BestWeights(MatchModel model, Levels levels) {
        for (Comparison comparison : COMPARISONS) {
            for (int level = 1; level <= comparison.levels().size(); level++) {
                if (levels.include(comparison, level)) {
                    double term = counts(comparison) && level == comparison.termLevel()
                            ? model.largestTermAdjustment(comparison)
                            : 0;
                    best[comparison.index()] =
                            Math.max(best[comparison.index()], model.weight(comparison, level) + term);
                }
            }
        }
        low = sums(0, LOW_BITS);
        high = sums(LOW_BITS, COMPARISONS.length);
    }

    /** Whether the terms of a comparison are in its best weight: those of people's names are known record by record. */
    private static boolean counts(Comparison comparison) {
        return comparison != Comparison.FAMILY_NAME && comparison != Comparison.GIVEN_NAME;
    }

    private double[] sums(int from, int to) {
        double[] sums = new double[1 << (to - from)];
        for (int set = 1; set < sums.length; set++) {
            sums[set] = sums[set & (set - 1)] + best[from + Integer.numberOfTrailingZeros(set)];
        }
        return sums;
    }

    /** The most that one comparison can add, term adjustments of people's names left out; at least 0, for nothing to compare. */
    double of(Comparison comparison) {
        return best[comparison.index()];
    }

    /** The most that comparisons can add, which are given as bits by {@link Comparison#index()}. */
    double sum(int comparisons) {
        return low[comparisons & LOW_MASK] + high[comparisons >>> LOW_BITS];
    }
}
