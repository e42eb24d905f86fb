package dev.ravel.model.evidence;

import java.util.List;
import java.util.Objects;

/**
 * Why a pair of records has its match weight.
 *
 * @param pair the records
 * @param weight the match weight: prior plus the levels' weights, log2
 * @param prior the model's prior, log2 of the odds that two random records match
 * @param levels the comparisons that had something to compare, in the model's order
 * @param rule the blocking rule or identifier kind that made the two a candidate pair, empty if none did
 * @param digest the resolution digest under which this holds
 */
public record Explanation(
        RecordPair pair, double weight, double prior, List<LevelScore> levels, String rule, String digest) {
    public Explanation {
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(digest, "digest");
        levels = List.copyOf(levels);
    }

    /** The probability that the two are the same customer: {@code 2^w / (1 + 2^w)}. */
    public double probability() {
        return 1 / (1 + Math.pow(2, -weight));
    }
}
