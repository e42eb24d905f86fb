package dev.ravel.model.identity;

import java.util.Objects;

/**
 * The stable, opaque id of an entity. Ids are minted by the resolver's id step and never reused for another customer;
 * a retired id keeps answering with its successors. Ordered by UTF-16 code unit.
 *
 * @param value the id as text, tenant included; not blank
 */
public record EntityId(String value) implements Comparable<EntityId> {
    public EntityId {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("entity id is blank");
        }
    }

    @Override
    public int compareTo(EntityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
