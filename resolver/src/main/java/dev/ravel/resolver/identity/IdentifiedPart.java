package dev.ravel.resolver.identity;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A part of a partition with the entity id that it got.
 *
 * @param id the id
 * @param origin how it came by it
 * @param founder the record that the id was minted for
 * @param records the records of the part, ascending
 */
public record IdentifiedPart(EntityId id, IdOrigin origin, RecordKey founder, SortedSet<RecordKey> records) {
    public IdentifiedPart {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(founder, "founder");
        records = new TreeSet<>(records);
    }
}
