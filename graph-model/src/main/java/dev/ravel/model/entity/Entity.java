package dev.ravel.model.entity;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A customer: a set of records under a stable id.
 *
 * @param id the stable id
 * @param state whether it stands
 * @param component the component that its records belong to, named by the component's smallest record key; empty if
 *     retired
 * @param founder the record that it was minted for
 * @param createdAt when it was minted, recorded time
 * @param membershipVersion counts changes of its records, from 1
 * @param version counts changes of its records or of its golden record, from 1
 * @param lastEventAt the recorded time of its last event
 * @param lastEventHash the hash of its last event, the head of its chain
 * @param records its records, ascending; empty if retired
 * @param golden its merged profile
 * @param successors where its records went when it retired, ascending; empty if active
 */
public record Entity(
        EntityId id,
        EntityState state,
        String component,
        RecordKey founder,
        Instant createdAt,
        long membershipVersion,
        long version,
        Instant lastEventAt,
        String lastEventHash,
        SortedSet<RecordKey> records,
        GoldenRecord golden,
        List<EntityId> successors) {
    public Entity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(founder, "founder");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(lastEventAt, "lastEventAt");
        Objects.requireNonNull(lastEventHash, "lastEventHash");
        Objects.requireNonNull(golden, "golden");
        records = new TreeSet<>(records);
        successors =
                successors.isEmpty() ? List.of() : successors.stream().sorted().toList();
        if ((state == EntityState.ACTIVE) == records.isEmpty()) {
            throw new IllegalArgumentException(id + " is " + state + " with " + records.size() + " records");
        }
        if (membershipVersion < 1 || version < membershipVersion) {
            throw new IllegalArgumentException(
                    id + " has membership version " + membershipVersion + " and version " + version);
        }
    }
}
