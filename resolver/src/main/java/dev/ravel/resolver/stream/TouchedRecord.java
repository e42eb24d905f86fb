package dev.ravel.resolver.stream;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.store.StoredRecord;
import java.util.List;
import java.util.Optional;

/**
 * A record that a batch touches: it gets another version, stamp or spans, or a key of it crosses its cap.
 *
 * @param key the record
 * @param stored as it is stored, locked; empty if it is new
 * @param before its live version until now; empty if it is new or stored as deleted
 * @param after its live version from now on; empty if it is deleted
 */
record TouchedRecord(
        RecordKey key, Optional<StoredRecord> stored, Optional<StandardRecord> before, Optional<StandardRecord> after) {

    List<SharedKey> keysBefore() {
        return before.map(StandardRecord::keys).orElse(List.of());
    }

    List<SharedKey> keysAfter() {
        return after.map(StandardRecord::keys).orElse(List.of());
    }

    String nameBefore() {
        return before.map(StandardRecord::nameKey).orElse("");
    }

    String nameAfter() {
        return after.map(StandardRecord::nameKey).orElse("");
    }
}
