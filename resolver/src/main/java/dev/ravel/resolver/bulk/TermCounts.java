package dev.ravel.resolver.bulk;

import dev.ravel.resolver.scoring.TermFrequencies;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts terms for the frequencies that a model keeps: those of the most frequent terms, and one for all the others. Not
 * thread-safe.
 */
final class TermCounts {
    /** Fewer terms say little about their frequencies. */
    private static final int MIN_TERMS = 500;

    /** The most frequent terms are listed, this many at most. */
    static final int MAX_LISTED = 500;

    /** A term is listed if at least this many records have it. */
    static final int MIN_COUNT = 3;

    /** No term counts as rarer than this: what is not seen in a sample may still be the name of some. */
    private static final double LEAST_FREQUENCY = 1e-4;

    private final Map<String, Integer> counts = new HashMap<>();
    private int terms;

    /** Counts one occurrence of a term. */
    void add(String term) {
        counts.merge(term, 1, Integer::sum);
        terms++;
    }

    /** Adds the counts of another. */
    void addAll(TermCounts other) {
        other.counts.forEach((term, count) -> counts.merge(term, count, Integer::sum));
        terms += other.terms;
    }

    /** The frequencies; empty if there are too few terms to tell. */
    Optional<TermFrequencies> frequencies() {
        if (terms < MIN_TERMS) {
            return Optional.empty();
        }
        List<Map.Entry<String, Integer>> listed = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= MIN_COUNT)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_LISTED)
                .toList();
        SortedMap<String, Double> frequencies = new TreeMap<>();
        int least = MIN_COUNT;
        for (Map.Entry<String, Integer> entry : listed) {
            frequencies.put(entry.getKey(), Math.min(0.999, entry.getValue() / (double) terms));
            least = entry.getValue();
        }
        return Optional.of(new TermFrequencies(frequencies, Math.max(LEAST_FREQUENCY, least / (double) terms)));
    }
}
