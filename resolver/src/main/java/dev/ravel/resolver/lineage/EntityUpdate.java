package dev.ravel.resolver.lineage;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an entity is to be after a transaction.
 *
 * @param id the entity
 * @param before the entity until now, retired ones included; empty if it is new
 * @param founder the record that it is minted for
 * @param component the name of the component that its records belong to, empty if it retires
 * @param records its records from now on, empty if it retires
 * @param golden its golden record from now on; for one that retires, {@link GoldenRecord#EMPTY}
 * @param successors where its records went if it retires, else empty
 * @param takenFrom the other entities that records came from
 * @param givenTo the other entities that records went to
 * @param lasting those of these that stood before and go on standing
 */
public record EntityUpdate(
        EntityId id,
        Optional<Entity> before,
        RecordKey founder,
        String component,
        SortedSet<RecordKey> records,
        GoldenRecord golden,
        SortedSet<EntityId> successors,
        SortedSet<EntityId> takenFrom,
        SortedSet<EntityId> givenTo,
        SortedSet<EntityId> lasting) {
    public EntityUpdate {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(founder, "founder");
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(golden, "golden");
        records = new TreeSet<>(records);
        successors = new TreeSet<>(successors);
        takenFrom = new TreeSet<>(takenFrom);
        givenTo = new TreeSet<>(givenTo);
        lasting = new TreeSet<>(lasting);
        if (before.isPresent() && !before.get().id().equals(id)) {
            throw new IllegalArgumentException(before.get().id() + " cannot become " + id);
        }
        if (before.isEmpty() && records.isEmpty()) {
            throw new IllegalArgumentException(id + " is new and has no records");
        }
    }

    /** The retirement of an entity. */
    public static EntityUpdate retire(Entity before, SortedSet<EntityId> successors) {
        return new EntityUpdate(
                before.id(),
                Optional.of(before),
                before.founder(),
                "",
                new TreeSet<>(),
                GoldenRecord.EMPTY,
                successors,
                new TreeSet<>(),
                successors,
                new TreeSet<>());
    }

    /** The entities that records came from or went to, ascending. */
    public SortedSet<EntityId> related() {
        SortedSet<EntityId> related = new TreeSet<>(takenFrom);
        related.addAll(givenTo);
        return related;
    }
}
