package dev.ravel.resolver.bulk;

import dev.ravel.resolver.clustering.DisjointSets;
import java.util.Arrays;

/** A growing list of scored pairs of record numbers in primitive arrays. Not thread-safe. */
final class PairList {
    private int[] smaller = new int[64];
    private int[] larger = new int[64];
    private double[] weight = new double[64];
    private int size;

    void add(int a, int b, double pairWeight) {
        if (size == smaller.length) {
            smaller = Arrays.copyOf(smaller, size * 2);
            larger = Arrays.copyOf(larger, size * 2);
            weight = Arrays.copyOf(weight, size * 2);
        }
        smaller[size] = a;
        larger[size] = b;
        weight[size++] = pairWeight;
    }

    int size() {
        return size;
    }

    int smaller(int index) {
        return smaller[index];
    }

    int larger(int index) {
        return larger[index];
    }

    double weight(int index) {
        return weight[index];
    }

    /** Joins the sets of the two records of each pair. */
    void join(DisjointSets sets) {
        sets.unionAll(smaller, larger, size);
    }

    /** Appends all of another list. */
    void addAll(PairList other) {
        for (int i = 0; i < other.size; i++) {
            add(other.smaller[i], other.larger[i], other.weight[i]);
        }
    }
}
