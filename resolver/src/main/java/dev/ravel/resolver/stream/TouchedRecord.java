package dev.ravel.resolver.stream;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.store.StoredRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A record that a batch touches: it gets another version, stamp or spans, or a key of it crosses its cap, or it has keys of
 * an earlier generation and gets those of now.
 *
 * @param key the record
 * @param stored as it is stored, locked; empty if it is new
 * @param before its live version until now; empty if it is new or stored as deleted
 * @param after its live version from now on; empty if it is deleted
 * @param rekeying what it is stored with, if that are keys of an earlier generation
 */
record TouchedRecord(
        RecordKey key,
        Optional<StoredRecord> stored,
        Optional<StandardRecord> before,
        Optional<StandardRecord> after,
        Optional<Rekeying> rekeying) {

    /** A record that has the keys of its version until now. */
    TouchedRecord(
            RecordKey key,
            Optional<StoredRecord> stored,
            Optional<StandardRecord> before,
            Optional<StandardRecord> after) {
        this(key, stored, before, after, Optional.empty());
    }

    Collection<SharedKey> keysBefore() {
        return rekeying.isPresent()
                ? rekeying.get().identifiers()
                : before.map(StandardRecord::keys).orElse(List.of());
    }

    List<SharedKey> keysAfter() {
        return after.map(StandardRecord::keys).orElse(List.of());
    }

    String nameBefore() {
        return rekeying.isPresent()
                ? rekeying.get().nameKey()
                : before.map(StandardRecord::nameKey).orElse("");
    }

    int leftOutKeys() {
        return after.map(StandardRecord::leftOutKeys).orElse(0);
    }

    String nameAfter() {
        return after.map(StandardRecord::nameKey).orElse("");
    }
}
