package dev.ravel.resolver.region;

import dev.ravel.model.evidence.RecordPair;
import java.util.Objects;

/**
 * A candidate pair with its match weight.
 *
 * @param pair the records
 * @param weight the match weight, log2
 */
public record ScoredPair(RecordPair pair, double weight) {
    public ScoredPair {
        Objects.requireNonNull(pair, "pair");
    }
}
