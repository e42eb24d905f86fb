package dev.ravel.resolver.train;

import java.util.Objects;

/**
 * Pairs of records of which it is known whether they are one customer, as counts of agreement patterns.
 *
 * @param kind how the pairs came to be labelled, which decides what they can tell
 * @param same the pairs that are one customer
 * @param different the pairs that are not; empty for {@link Kind#TRUTH}, which says so of all other pairs
 * @param partners to how many other records a record is one customer with, on average; 0 for {@link Kind#JUDGED}, which
 *     does not say
 */
public record LabelledPairs(Kind kind, PatternCounts same, PatternCounts different, double partners) {
    /** How pairs came to be labelled. */
    public enum Kind {
        /** A truth that says of each of its records which customer it is: its pairs are all there are, or drawn evenly. */
        TRUTH,
        /** Answers of persons, mostly about what was doubtful. */
        JUDGED
    }

    public LabelledPairs {
        Objects.requireNonNull(kind, "kind");
        if (!(partners >= 0)) {
            throw new IllegalArgumentException("the number of partners is at least 0, not " + partners);
        }
    }

    /** How many pairs have a label. */
    public long pairs() {
        return same.pairs() + different.pairs();
    }
}
