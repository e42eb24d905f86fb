package dev.ravel.resolver.train;

import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.comparison.LevelPattern;
import dev.ravel.resolver.scoring.LevelParameters;

/** Counted patterns taken apart into arrays: what an iteration of training runs over. */
final class PatternTable {
    private static final Comparison[] COMPARISONS = Comparison.values();

    /** {@code levels[p * COMPARISONS.length + c]}: the level of comparison c in pattern p. */
    private final byte[] levels;

    private final double[] pairs;

    PatternTable(PatternCounts counts) {
        long[] patterns = counts.patterns();
        levels = new byte[patterns.length * COMPARISONS.length];
        pairs = new double[patterns.length];
        for (int p = 0; p < patterns.length; p++) {
            pairs[p] = counts.count(patterns[p]);
            for (Comparison comparison : COMPARISONS) {
                levels[p * COMPARISONS.length + comparison.index()] =
                        (byte) LevelPattern.level(patterns[p], comparison);
            }
        }
    }

    int size() {
        return pairs.length;
    }

    /** How many pairs have a pattern. */
    double pairs(int pattern) {
        return pairs[pattern];
    }

    /** The level of a comparison in a pattern; 0 where there was nothing to compare. */
    int level(int pattern, Comparison comparison) {
        return levels[pattern * COMPARISONS.length + comparison.index()];
    }

    /**
     * The posterior probability of each pattern that its pairs are one customer.
     *
     * @param active which comparisons count, by index
     * @param prior the probability before looking
     * @param into takes the answer, one a pattern
     */
    void posterior(LevelParameters parameters, boolean[] active, double prior, double[] into) {
        logOdds(parameters, active, prior / (1 - prior), into);
        for (int p = 0; p < pairs.length; p++) {
            into[p] = 1 / (1 + Math.exp(-into[p]));
        }
    }

    /**
     * The natural logarithm of how much more likely each pattern is under m than under u.
     *
     * @param active which comparisons count, by index
     * @param before the odds before looking
     * @param into takes the answer, one a pattern
     */
    void logOdds(LevelParameters parameters, boolean[] active, double before, double[] into) {
        double start = Math.log(before);
        for (int p = 0; p < pairs.length; p++) {
            double logOdds = start;
            for (int c = 0; c < COMPARISONS.length; c++) {
                int level = levels[p * COMPARISONS.length + c];
                if (level != 0 && active[c]) {
                    logOdds += Math.log(parameters.m(COMPARISONS[c], level) / parameters.u(COMPARISONS[c], level));
                }
            }
            into[p] = logOdds;
        }
    }
}
