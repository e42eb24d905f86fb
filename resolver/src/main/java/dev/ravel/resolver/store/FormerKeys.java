package dev.ravel.resolver.store;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.record.SourceRecord;
import java.util.List;
import java.util.Set;

/**
 * What a record that has keys of an earlier generation is stored with. Its blocks are not told: those of an earlier
 * generation are not looked at any more.
 *
 * @param nameKey the standardised name by which it is counted
 * @param identifiers the identifiers that it carries
 * @param olderVersions its kept versions before the newest, in no particular order
 */
public record FormerKeys(String nameKey, Set<SharedKey> identifiers, List<SourceRecord> olderVersions) {
    public FormerKeys {
        identifiers = Set.copyOf(identifiers);
        olderVersions = List.copyOf(olderVersions);
    }
}
