package dev.ravel.bench.thresholds;

import java.util.Locale;

/**
 * A prior with the match weight from which on pairs are accepted.
 *
 * @param prior the log2 of the probability that two random records are one customer, before training
 * @param matchWeight log2; doubtful are pairs from one below it on, as shipped
 */
record Choice(double prior, double matchWeight) {
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "prior 2^%.0f, accepted from %.0f on", prior, matchWeight);
    }
}
