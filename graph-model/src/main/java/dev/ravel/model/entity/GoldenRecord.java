package dev.ravel.model.entity;

import java.util.List;
import java.util.Optional;

/**
 * An entity's merged profile.
 *
 * @param values ordered by attribute, then by rank: the first value of an attribute is its best
 */
public record GoldenRecord(List<GoldenValue> values) {
    /** The golden record of an entity without values. */
    public static final GoldenRecord EMPTY = new GoldenRecord(List.of());

    public GoldenRecord {
        values = List.copyOf(values);
    }

    /** The best value of an attribute. */
    public Optional<GoldenValue> best(String attribute) {
        return values.stream()
                .filter(value -> value.attribute().equals(attribute))
                .findFirst();
    }
}
