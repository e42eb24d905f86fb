package dev.ravel.api.entity;

import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.store.StoredRecord;

/**
 * A stored record, decoded once.
 *
 * @param stored what the store holds
 * @param version its newest version
 */
record LoadedRecord(StoredRecord stored, SourceRecord version) {
    static LoadedRecord of(StoredRecord stored) {
        return new LoadedRecord(stored, stored.decode());
    }
}
