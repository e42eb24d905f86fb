package dev.ravel.resolver.store;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import java.util.List;
import java.util.Set;

/**
 * A record that had keys of an earlier generation has those of now, without a new version of it.
 *
 * @param key the record
 * @param nameKey the standardised name
 * @param attached the keys that it is attached to from now on: all its blocks, and the identifiers that it did not carry
 * @param detached the identifiers that it carried and that are not its keys any more
 * @param identifiers the identifiers behind the attached keys, for what the graph shows of them
 * @param suppressed those of its keys that are suppressed
 * @param overCap those of its keys that are over their cap
 */
public record RekeyWrite(
        RecordKey key,
        String nameKey,
        Set<SharedKey> attached,
        Set<SharedKey> detached,
        List<Identifier> identifiers,
        Set<SharedKey> suppressed,
        Set<SharedKey> overCap) {
    public RekeyWrite {
        attached = Set.copyOf(attached);
        detached = Set.copyOf(detached);
        identifiers = List.copyOf(identifiers);
        suppressed = Set.copyOf(suppressed);
        overCap = Set.copyOf(overCap);
    }
}
