package dev.ravel.generator;

import dev.ravel.model.identity.RecordKey;
import java.util.Objects;

/**
 * Whose record a live record is.
 *
 * @param key the record
 * @param customer the id of the customer that its newest version is about
 */
public record TrueRecord(RecordKey key, String customer) {
    public TrueRecord {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(customer, "customer");
    }
}
