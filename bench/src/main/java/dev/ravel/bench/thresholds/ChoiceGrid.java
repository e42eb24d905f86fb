package dev.ravel.bench.thresholds;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The pairwise F1 of several sets under several choices; every set is measured under the same ones. */
final class ChoiceGrid {
    private final Map<Choice, Map<String, Double>> f1 = new LinkedHashMap<>();

    void put(Choice choice, String set, double value) {
        f1.computeIfAbsent(choice, key -> new LinkedHashMap<>()).put(set, value);
    }

    double f1(Choice choice, String set) {
        return Objects.requireNonNull(Objects.requireNonNull(f1.get(choice)).get(set));
    }

    Set<String> sets() {
        Set<String> sets = new TreeSet<>();
        f1.values().forEach(bySet -> sets.addAll(bySet.keySet()));
        return sets;
    }

    /** The choice with the highest mean F1 of all sets but this one; of equal ones the first that was measured. */
    Choice withoutLookingAt(String set) {
        return f1.keySet().stream()
                .max(Comparator.<Choice>comparingDouble(choice -> meanOfOthers(choice, set))
                        .thenComparing(first -> -position(first)))
                .orElseThrow();
    }

    private int position(Choice choice) {
        int position = 0;
        for (Choice other : f1.keySet()) {
            if (other.equals(choice)) {
                return position;
            }
            position++;
        }
        return position;
    }

    private double meanOfOthers(Choice choice, String set) {
        return Objects.requireNonNull(f1.get(choice)).entrySet().stream()
                .filter(entry -> !entry.getKey().equals(set))
                .mapToDouble(Map.Entry::getValue)
                .average()
                .orElse(0);
    }
}
