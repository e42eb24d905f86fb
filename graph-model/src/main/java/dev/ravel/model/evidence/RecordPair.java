package dev.ravel.model.evidence;

import dev.ravel.model.identity.RecordKey;

/**
 * Two different records, the smaller key first. Ordered by the smaller key, then the larger.
 *
 * @param smaller the smaller key
 * @param larger the larger key
 */
public record RecordPair(RecordKey smaller, RecordKey larger) implements Comparable<RecordPair> {
    public RecordPair {
        if (smaller.compareTo(larger) >= 0) {
            throw new IllegalArgumentException("not in order, or not different: " + smaller + ", " + larger);
        }
    }

    /** The pair of two records given in any order. */
    public static RecordPair of(RecordKey a, RecordKey b) {
        return a.compareTo(b) < 0 ? new RecordPair(a, b) : new RecordPair(b, a);
    }

    /** Whether the record is one of the two. */
    public boolean contains(RecordKey key) {
        return smaller.equals(key) || larger.equals(key);
    }

    /**
     * The other of the two.
     *
     * @throws IllegalArgumentException if the record is neither
     */
    public RecordKey other(RecordKey key) {
        if (smaller.equals(key)) {
            return larger;
        }
        if (larger.equals(key)) {
            return smaller;
        }
        throw new IllegalArgumentException(key + " is not in " + this);
    }

    @Override
    public int compareTo(RecordPair other) {
        int bySmaller = smaller.compareTo(other.smaller);
        return bySmaller == 0 ? larger.compareTo(other.larger) : bySmaller;
    }

    @Override
    public String toString() {
        return smaller + " ~ " + larger;
    }
}
