package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StaleReadException;
import dev.ravel.resolver.store.StoredRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Locks the region of entities or records that a steward names, and checks that it is what the steward saw. */
final class EntityLocks {
    private static final int EVENTS_TOLD = 10;

    private EntityLocks() {}

    /**
     * Locks the components of entities.
     *
     * @param expected the membership version that each must have; empty where any will do
     */
    static StoredRegion lock(
            ResolutionTransaction transaction, EntityReader reader, SortedMap<EntityId, OptionalLong> expected) {
        StoredRegion region = StoredRegion.lockWhole(transaction, new TreeSet<>(expected.keySet()), List.of());
        expected.forEach((id, version) -> {
            if (!region.entities().containsKey(id)) {
                requireActive(reader, id);
            }
            Entity entity = locked(region, id);
            if (version.isPresent() && version.getAsLong() != entity.membershipVersion()) {
                throw conflict(reader, entity, version.getAsLong());
            }
        });
        return region;
    }

    /**
     * Locks the components of the live ones of these records, and of those that persons tied to them. Those that are not
     * stored, which a judgement may name all the same, stay so until the transaction ends.
     */
    static StoredRegion lock(ResolutionTransaction transaction, Collection<RecordKey> records) {
        SortedSet<EntityId> entities = transaction.entitiesOfLive(records);
        return entities.isEmpty()
                ? lockWithGone(transaction, records)
                : StoredRegion.lockWhole(transaction, entities, records);
    }

    /** Judgements may tie deleted records, and those that were never stored, to live ones of any component. */
    private static StoredRegion lockWithGone(ResolutionTransaction transaction, Collection<RecordKey> records) {
        Map<RecordKey, StoredRecord> anchors = new HashMap<>(transaction.records(records));
        SortedSet<RecordKey> absent = new TreeSet<>(records);
        absent.removeAll(anchors.keySet());
        if (!absent.isEmpty() && !transaction.reserveRecords(absent).isEmpty()) {
            throw new StaleReadException("of " + absent + " some have been stored meanwhile");
        }
        StoredRegion.judgedSame(transaction, anchors.values(), List.of())
                .forEach(partner -> anchors.put(partner.key(), partner));
        return StoredRegion.lock(transaction, anchors.values(), List.of());
    }

    /**
     * An entity of a locked region.
     *
     * @throws StaleReadException if it has gone since it was read
     */
    static Entity locked(StoredRegion region, EntityId id) {
        @Nullable Entity entity = region.entities().get(id);
        if (entity == null) {
            throw new StaleReadException(id + " has retired meanwhile");
        }
        return entity;
    }

    private static void requireActive(EntityReader reader, EntityId id) {
        Entity entity = reader.entity(id)
                .orElseThrow(() -> new ResolutionException(ErrorCode.NOT_FOUND, "there is no entity " + id));
        if (entity.state() == EntityState.RETIRED) {
            throw new ResolutionException(
                    ErrorCode.VERSION_CONFLICT,
                    id + " has retired; its records are in " + entity.successors() + ": look there and decide again");
        }
    }

    private static ResolutionException conflict(EntityReader reader, Entity entity, long expected) {
        String since = reader.events(entity.id(), Math.max(0, expected - 1), Integer.MAX_VALUE).stream()
                .filter(event -> event.membershipVersion() > expected)
                .limit(EVENTS_TOLD)
                .map(event -> event.type() + " at " + event.at() + " by " + event.cause())
                .collect(Collectors.joining(", "));
        return new ResolutionException(
                ErrorCode.VERSION_CONFLICT,
                entity.id() + " has membership version " + entity.membershipVersion() + ", not " + expected
                        + (since.isEmpty() ? "" : "; since then: " + since) + ". Look again and decide anew");
    }
}
