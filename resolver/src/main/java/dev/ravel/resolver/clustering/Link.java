package dev.ravel.resolver.clustering;

import dev.ravel.model.evidence.RecordPair;
import java.util.Objects;

/**
 * An accepted pair of records: its match weight reached the threshold.
 *
 * @param pair the records
 * @param weight the match weight, log2, finite
 */
public record Link(RecordPair pair, double weight) {
    public Link {
        Objects.requireNonNull(pair, "pair");
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("the weight of " + pair + " is not finite: " + weight);
        }
    }
}
