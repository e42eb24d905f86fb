package dev.ravel.cypher.verify;

import java.util.List;

/**
 * An invariant that does not hold.
 *
 * @param invariant the name of the check, {@code verify-memberships} for example
 * @param count how often it does not hold
 * @param examples the first few places, for people
 */
public record Violation(String invariant, long count, List<String> examples) {
    public Violation {
        examples = List.copyOf(examples);
    }

    @Override
    public String toString() {
        return invariant + ": " + count + ", for example " + String.join("; ", examples);
    }
}
