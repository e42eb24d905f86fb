package dev.ravel.cypher.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts where an invariant does not hold and keeps the first places. */
final class Findings {
    private final String invariant;
    private final int maxExamples;
    private final List<String> examples = new ArrayList<>();
    private long count;

    Findings(String invariant, int maxExamples) {
        this.invariant = invariant;
        this.maxExamples = maxExamples;
    }

    void add(String example) {
        count++;
        if (examples.size() < maxExamples) {
            examples.add(example);
        }
    }

    Optional<Violation> violation() {
        return count == 0 ? Optional.empty() : Optional.of(new Violation(invariant, count, examples));
    }
}
