package dev.ravel.resolver.stream;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.standardise.Heirs;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.store.FormerKeys;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.store.VersionStamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a record is stored with that has keys of an earlier generation. Those are never computed again: the standardiser that
 * gave them may be gone.
 *
 * @param nameKey the standardised name by which it is counted
 * @param identifiers the identifiers that it carries
 * @param now its live version until now, as it is standardised now
 * @param carriedBefore the identifiers, as they are standardised now, of this and of all older versions
 */
record Rekeying(
        String nameKey, SortedSet<SharedKey> identifiers, StandardRecord now, SortedSet<SharedKey> carriedBefore) {

    /** Those of these stored, locked records that have keys of an earlier generation; asks for nothing if none has. */
    static Map<RecordKey, FormerKeys> read(ResolutionTransaction transaction, Collection<StoredRecord> stored) {
        List<RecordKey> former = new ArrayList<>();
        for (StoredRecord record : stored) {
            if (record.formerKeys()) {
                former.add(record.key());
            }
        }
        return former.isEmpty() ? Map.of() : transaction.formerKeys(former);
    }

    /** What there is to do about a stored record, which is live, if there is. */
    static Optional<Rekeying> of(@Nullable FormerKeys former, StandardRecord now, StandardRecords standards) {
        if (former == null) {
            return Optional.empty();
        }
        String tenant = now.key().tenant();
        SortedSet<SharedKey> before = new TreeSet<>();
        now.identifiers().forEach(identifier -> before.add(identifier.key(tenant)));
        former.olderVersions().stream()
                .filter(version -> !version.deleted())
                .map(version -> standards.of(version, VersionStamp.of(version)))
                .flatMap(standard -> standard.identifiers().stream())
                .forEach(identifier -> before.add(identifier.key(tenant)));
        return Optional.of(new Rekeying(former.nameKey(), new TreeSet<>(former.identifiers()), now, before));
    }

    /** The identifier that one of these is now, if it is another and can be told. */
    Optional<SharedKey> heirOf(SharedKey former, Resolver resolver) {
        return Heirs.of(former, identifiers, now, resolver.standardiser());
    }
}
