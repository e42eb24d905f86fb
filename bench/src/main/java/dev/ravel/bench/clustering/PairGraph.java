package dev.ravel.bench.clustering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Numbered records and the pairs of them that were scored.
 *
 * @param size records are numbered from 0 up to this
 * @param pairs heaviest first; of equal weights those of smaller records first
 */
record PairGraph(int size, List<Pair> pairs) {
    /**
     * A scored pair.
     *
     * @param a the smaller record
     * @param b the larger record
     * @param weight the match weight, log2
     */
    record Pair(int a, int b, double weight) {}

    private static final Comparator<Pair> HEAVIEST_FIRST = Comparator.<Pair>comparingDouble(pair -> -pair.weight)
            .thenComparingInt(Pair::a)
            .thenComparingInt(Pair::b);

    PairGraph {
        pairs = pairs.stream().sorted(HEAVIEST_FIRST).toList();
    }

    /** The pairs from a weight on. */
    List<Pair> from(double weight) {
        return pairs.stream().takeWhile(pair -> pair.weight >= weight).toList();
    }

    /** The pairs of each record, in their order. */
    List<List<Pair>> byRecord(List<Pair> some) {
        List<List<Pair>> of = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            of.add(new ArrayList<>(2));
        }
        for (Pair pair : some) {
            of.get(pair.a).add(pair);
            of.get(pair.b).add(pair);
        }
        return of;
    }
}
