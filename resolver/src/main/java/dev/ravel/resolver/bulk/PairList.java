package dev.ravel.resolver.bulk;

import dev.ravel.resolver.clustering.DisjointSets;
import java.util.Arrays;

/** A growing list of scored pairs of record numbers in primitive arrays. Not thread-safe. */
final class PairList {
    private static final int FIRST_CAPACITY = 64;

    private int[] smaller;
    private int[] larger;
    private double[] weight;
    private int size;

    /** An empty list. */
    PairList() {
        this(FIRST_CAPACITY);
    }

    private PairList(int capacity) {
        smaller = new int[capacity];
        larger = new int[capacity];
        weight = new double[capacity];
    }

    /** All pairs of several lists, one list after the other, in arrays no larger than they need to be. */
    static PairList joined(PairList[] lists) {
        int size = 0;
        for (PairList list : lists) {
            size = Math.addExact(size, list.size);
        }
        PairList all = new PairList(Math.max(size, 1));
        for (PairList list : lists) {
            System.arraycopy(list.smaller, 0, all.smaller, all.size, list.size);
            System.arraycopy(list.larger, 0, all.larger, all.size, list.size);
            System.arraycopy(list.weight, 0, all.weight, all.size, list.size);
            all.size += list.size;
        }
        return all;
    }

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
}
