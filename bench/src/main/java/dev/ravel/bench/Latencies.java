package dev.ravel.bench;

import java.util.ArrayList;
import java.util.List;

/** How long some requests took. */
final class Latencies {
    private final List<Double> milliseconds = new ArrayList<>();

    /** Adds one that took so many nanoseconds. */
    void add(long nanos) {
        milliseconds.add(nanos / 1e6);
    }

    /** How many there are. */
    int count() {
        return milliseconds.size();
    }

    /** The least that this share of them did not exceed, in milliseconds: nearest rank. */
    double quantile(double share) {
        List<Double> sorted = milliseconds.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
