package dev.ravel.resolver.train;

import java.util.Arrays;

/**
 * How many pairs have each agreement pattern: all that training needs to know of them. A hash table of {@code long} keys
 * with open addressing; counting allocates only when the table grows. Not thread-safe.
 */
public final class PatternCounts {
    private static final int INITIAL_CAPACITY = 256;

    private long[] patterns = new long[INITIAL_CAPACITY];
    private long[] counts = new long[INITIAL_CAPACITY];
    private int size;

    /** Counts one pair. */
    public void add(long pattern) {
        add(pattern, 1);
    }

    /** Counts pairs, at least one. */
    void add(long pattern, long pairs) {
        int slot = slot(pattern, patterns, counts);
        if (counts[slot] == 0) {
            patterns[slot] = pattern;
            if (++size * 2 > patterns.length) {
                counts[slot] = pairs;
                grow();
                return;
            }
        }
        counts[slot] += pairs;
    }

    /** Adds the counts of another table. */
    public void addAll(PatternCounts other) {
        for (int i = 0; i < other.patterns.length; i++) {
            if (other.counts[i] != 0) {
                add(other.patterns[i], other.counts[i]);
            }
        }
    }

    /** How many different patterns there are. */
    public int size() {
        return size;
    }

    /** How many pairs were counted. */
    public long pairs() {
        long pairs = 0;
        for (long count : counts) {
            pairs += count;
        }
        return pairs;
    }

    /** The patterns in ascending order, so that sums over them do not depend on the order of counting. */
    long[] patterns() {
        long[] found = new long[size];
        int next = 0;
        for (int i = 0; i < patterns.length; i++) {
            if (counts[i] != 0) {
                found[next++] = patterns[i];
            }
        }
        Arrays.sort(found);
        return found;
    }

    /** How many pairs have a pattern. */
    long count(long pattern) {
        return counts[slot(pattern, patterns, counts)];
    }

    private void grow() {
        long[] more = new long[patterns.length * 2];
        long[] moreCounts = new long[more.length];
        for (int i = 0; i < patterns.length; i++) {
            if (counts[i] != 0) {
                int slot = slot(patterns[i], more, moreCounts);
                more[slot] = patterns[i];
                moreCounts[slot] = counts[i];
            }
        }
        patterns = more;
        counts = moreCounts;
    }

    /** The place of a pattern, or the free one where it belongs. Spreads by MurmurHash3's finaliser. */
    private static int slot(long pattern, long[] among, long[] counts) {
        long hash = (pattern ^ (pattern >>> 33)) * 0xff51afd7ed558ccdL;
        int slot = (int) (hash ^ (hash >>> 33)) & (among.length - 1);
        while (counts[slot] != 0 && among[slot] != pattern) {
            slot = (slot + 1) & (among.length - 1);
        }
        return slot;
    }
}
