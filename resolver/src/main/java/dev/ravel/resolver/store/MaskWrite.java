package dev.ravel.resolver.store;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import java.util.Set;

/**
 * The state of a record's keys changed without a new version of it.
 *
 * @param key the record
 * @param suppressed those of its keys that are suppressed now
 * @param overCap those of its keys that are over their cap now
 */
public record MaskWrite(RecordKey key, Set<SharedKey> suppressed, Set<SharedKey> overCap) {
    public MaskWrite {
        suppressed = Set.copyOf(suppressed);
        overCap = Set.copyOf(overCap);
    }
}
