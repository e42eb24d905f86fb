package dev.ravel.resolver.audit;

import java.util.Optional;

/**
 * The share of true pairs that are merged, T/(T+F), from the true pairs among the merged ones, T, and among those that were
 * missed, F, which were drawn independently.
 *
 * <p>The interval is that of the ratio F/T by the method of variance estimates recovery (Donner and Zou, Statistical
 * Methods in Medical Research 21, 2012; Newcombe, the same 25, 2016), which makes it of the intervals of the two. It holds
 * where F is estimated as 0, where the delta method has none.
 */
final class Recall {
    private Recall() {}

    /**
     * The recall; empty if no true pair is known.
     *
     * @param merged the share of true pairs among the merged ones
     * @param missed the share of true pairs among the missed ones; empty if there are none
     */
    static Optional<Estimate> of(StratifiedShare merged, Optional<StratifiedShare> missed) {
        double found = merged.population() * merged.value();
        double lost = missed.map(share -> share.population() * share.value()).orElse(0.0);
        if (found + lost == 0) {
            return Optional.empty();
        }
        double value = found / (found + lost);
        if (missed.isEmpty()) {
            return Optional.of(new Estimate(value, value, value, merged.answers()));
        }
        StratifiedShare of = missed.get();
        double product = lost * found;
        double lostLow = spread(lost, of.population() * of.low());
        double lostHigh = spread(lost, of.population() * of.high());
        double foundLow = spread(found, merged.population() * merged.low());
        double foundHigh = spread(found, merged.population() * merged.high());
        double least = lostLow == 0 ? 0 : lostLow / (product + root(product, lostLow * foundHigh));
        double most =
                foundLow <= 0 ? Double.POSITIVE_INFINITY : (product + root(product, lostHigh * foundLow)) / foundLow;
        return Optional.of(new Estimate(
                value,
                Math.min(value, 1 / (1 + most)),
                Math.max(value, 1 / (1 + least)),
                merged.answers() + of.answers()));
    }

    /** End times (2 × estimate − end), of which the method's formulas are made. */
    private static double spread(double estimate, double end) {
        return end * (2 * estimate - end);
    }

    private static double root(double product, double spreads) {
        return Math.sqrt(Math.max(0, product * product - spreads));
    }
}
