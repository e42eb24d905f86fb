package dev.ravel.model.lineage;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The net change of one entity in one transaction. It names records, never their values.
 *
 * <p>The events of an entity, in ascending {@link #version()}, form a hash chain; folding them gives its membership at
 * any time.
 *
 * @param id hash of entity id, version, before and after; unique
 * @param entity the entity
 * @param version the entity's {@code version} after the change
 * @param membershipVersion the entity's {@code membershipVersion} after the change
 * @param type what happened
 * @param at recorded time, strictly after the entity's previous event
 * @param before the records before, ascending
 * @param after the records after, ascending
 * @param related the entities that records came from or went to, ascending
 * @param cause the load that brought the records, or the operation that a person made
 * @param digest the resolution digest under which it happened
 * @param previousHash the hash of the entity's previous event, empty for the first
 * @param hash the hash of this event, which covers all the other components
 */
public record LineageEvent(
        String id,
        EntityId entity,
        long version,
        long membershipVersion,
        EventType type,
        Instant at,
        SortedSet<RecordKey> before,
        SortedSet<RecordKey> after,
        List<EntityId> related,
        String cause,
        String digest,
        String previousHash,
        String hash) {
    public LineageEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(previousHash, "previousHash");
        Objects.requireNonNull(hash, "hash");
        before = new TreeSet<>(before);
        after = new TreeSet<>(after);
        related = related.stream().sorted().toList();
    }
}
