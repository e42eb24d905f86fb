package dev.ravel.resolver.store;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import java.util.Set;

/**
 * Identifiers, as they are standardised now, that older versions of a record had: what was kept of that was kept under the
 * keys of an earlier generation.
 *
 * @param key the record
 * @param identifiers the identifiers; they are locked, and the record does not carry them
 */
public record CarriedBeforeWrite(RecordKey key, Set<SharedKey> identifiers) {
    public CarriedBeforeWrite {
        identifiers = Set.copyOf(identifiers);
    }
}
