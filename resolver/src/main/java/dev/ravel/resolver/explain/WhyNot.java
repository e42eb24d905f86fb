package dev.ravel.resolver.explain;

import java.util.List;

/**
 * Why two records are not one customer.
 *
 * @param explanation how the two compare
 * @param reasons what keeps them apart, the strongest first; empty only if they are one customer
 * @param missingWeight how much match weight they lack to the threshold, log2; 0 if they reach it
 */
public record WhyNot(PairExplanation explanation, List<WhyNotReason> reasons, double missingWeight) {
    public WhyNot {
        reasons = List.copyOf(reasons);
    }
}
