package dev.ravel.resolver.bulk;

import dev.ravel.resolver.scoring.TermFrequencies;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The frequencies of terms that a model keeps: the most frequent ones, and one for all the others. */
final class TermCounts {
    /** Fewer terms say little about their frequencies. */
    private static final int MIN_TERMS = 500;

    private static final int MAX_LISTED = 500;

    /** A term is listed if at least this many records have it. */
    private static final int MIN_COUNT = 3;

    /** No term counts as rarer than this: what is not seen in a sample may still be the name of some. */
    private static final double LEAST_FREQUENCY = 1e-4;

    private TermCounts() {}

    /** The frequencies; empty if there are too few terms to tell. */
    static Optional<TermFrequencies> frequencies(List<String> terms) {
        if (terms.size() < MIN_TERMS) {
            return Optional.empty();
        }
        Map<String, Integer> counts = new HashMap<>();
        terms.forEach(term -> counts.merge(term, 1, Integer::sum));
        List<Map.Entry<String, Integer>> listed = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= MIN_COUNT)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_LISTED)
                .toList();
        SortedMap<String, Double> frequencies = new TreeMap<>();
        int least = MIN_COUNT;
        for (Map.Entry<String, Integer> entry : listed) {
            frequencies.put(entry.getKey(), Math.min(0.999, entry.getValue() / (double) terms.size()));
            least = entry.getValue();
        }
        return Optional.of(new TermFrequencies(frequencies, Math.max(LEAST_FREQUENCY, least / (double) terms.size())));
    }
}
