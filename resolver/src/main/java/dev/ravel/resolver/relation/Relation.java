package dev.ravel.resolver.relation;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.SharedKey;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Another entity that is not this one, and what they share.
 *
 * @param entity the other one, active
 * @param kind the closest of the kinds that the shared identifiers stand for
 * @param by the shared identifiers, ascending; never none
 */
public record Relation(Entity entity, RelationKind kind, SortedSet<SharedKey> by) {
    public Relation {
        by = Collections.unmodifiableSortedSet(new TreeSet<>(by));
    }
}
