package dev.ravel.resolver.train;

import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.comparison.LevelPattern;
import dev.ravel.resolver.scoring.LevelParameters;

/**
 * Tells twins from one person under two given names. Both look alike: one family name, one address or phone, one birth
 * date, different given names. But twins come with families: of the members of one household, few pairs are twins. So the
 * pairs with different birth dates say how many pairs with equal ones to expect, and what is above that are duplicates.
 */
final class Twins {
    /** The share of twins among pairs of relatives in one household: about one birth in eighty, and not all are siblings. */
    private static final double TWIN_SHARE = 0.01;

    /** Fewer pairs of one household and birth date say nothing. */
    private static final long MIN_PAIRS = 50;

    private static final double MAX_WEIGHT = 8;
    private static final int SAME = 1;

    private Twins() {}

    /** The parameters with the weight of one household and birth date; unchanged where there is too little to tell. */
    static LevelParameters weighed(LevelParameters parameters, LevelParameters shipped, PatternCounts candidates) {
        long same = 0;
        long other = 0;
        for (long pattern : candidates.patterns()) {
            int level = LevelPattern.level(pattern, Comparison.HOUSEHOLD);
            same += level == SAME ? candidates.count(pattern) : 0;
            other += level > SAME ? candidates.count(pattern) : 0;
        }
        double twins = TWIN_SHARE * other + 1;
        if (same < MIN_PAIRS || same <= 2 * twins) {
            return parameters;
        }
        double weight = Math.min(MAX_WEIGHT, Math.log((same - twins) / twins) / Math.log(2));
        double[][] u = parameters.copyOfU();
        u[Comparison.HOUSEHOLD.index()][SAME] = shipped.m(Comparison.HOUSEHOLD, SAME) / Math.pow(2, weight);
        return parameters.withU(u);
    }
}
