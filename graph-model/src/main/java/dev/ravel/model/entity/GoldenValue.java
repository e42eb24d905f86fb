package dev.ravel.model.entity;

import dev.ravel.model.identity.RecordKey;
import java.util.Objects;

/**
 * One value of a golden record and where it came from.
 *
 * @param attribute the attribute's name
 * @param value the value as received from the record that it came from
 * @param provenance the record that it came from
 * @param rule the survivorship rule that picked it
 * @param support how many of the entity's records carry an equal standardised value, at least 1
 */
public record GoldenValue(String attribute, String value, RecordKey provenance, String rule, int support) {
    public GoldenValue {
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(rule, "rule");
        if (support < 1) {
            throw new IllegalArgumentException("a golden value has no record that supports it: " + attribute);
        }
    }
}
