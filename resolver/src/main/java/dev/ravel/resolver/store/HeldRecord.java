package dev.ravel.resolver.store;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.resolver.standardise.Spans;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record in the in-memory store.
 *
 * @param newest its newest version
 * @param older its other versions, in no particular order
 * @param spans its spans beside its newest version
 * @param nameKey the standardised name of the newest version, empty for a deletion
 * @param keys the keys that it carries, none for a deletion
 * @param suppressed those of them that are suppressed
 * @param overCap those of them that are over their cap
 * @param entity the entity that it is a member of
 * @param keyGeneration the generation of its keys
 */
record HeldRecord(
        StoredVersion newest,
        List<StoredVersion> older,
        Spans spans,
        String nameKey,
        Set<SharedKey> keys,
        Set<SharedKey> suppressed,
        Set<SharedKey> overCap,
        Optional<EntityId> entity,
        int keyGeneration) {
    HeldRecord {
        older = List.copyOf(older);
        keys = Set.copyOf(keys);
        suppressed = Set.copyOf(suppressed);
        overCap = Set.copyOf(overCap);
    }

    HeldRecord with(StoredVersion restamped) {
        return new HeldRecord(restamped, older, spans, nameKey, keys, suppressed, overCap, entity, keyGeneration);
    }

    HeldRecord withOlder(List<StoredVersion> versions) {
        return new HeldRecord(newest, versions, spans, nameKey, keys, suppressed, overCap, entity, keyGeneration);
    }

    HeldRecord with(Spans spansNow) {
        return new HeldRecord(newest, older, spansNow, nameKey, keys, suppressed, overCap, entity, keyGeneration);
    }

    HeldRecord withMasks(Set<SharedKey> suppressedNow, Set<SharedKey> overCapNow) {
        return new HeldRecord(newest, older, spans, nameKey, keys, suppressedNow, overCapNow, entity, keyGeneration);
    }

    HeldRecord in(Optional<EntityId> entityNow) {
        return new HeldRecord(newest, older, spans, nameKey, keys, suppressed, overCap, entityNow, keyGeneration);
    }

    HeldRecord withKeys(String nameKeyNow, Set<SharedKey> keysNow, int generation) {
        return new HeldRecord(newest, older, spans, nameKeyNow, keysNow, suppressed, overCap, entity, generation);
    }
}
