package dev.ravel.resolver.stream;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.region.RegionOutcome;
import dev.ravel.resolver.region.RegionWriter;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.store.ResolutionStore;
import java.time.Clock;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Resolves records again that are stored under another resolution: their keys, the states of these, their matches and their
 * components become what they would be had they come under this one. Takes the locks of the stream, so
 * that both may run at once; doing it again changes nothing. Thread-safe.
 */
public final class StoredRecordsResolver {
    private static final int REMEMBERED_RECORDS = 20_000;

    private final Resolver resolver;
    private final ResolutionStore store;
    private final Clock clock;
    private final StandardRecords standards;
    private final RegionWriter regions;

    public StoredRecordsResolver(Resolver resolver, ResolutionStore store, Clock clock) {
        this.resolver = resolver;
        this.store = store;
        this.clock = clock;
        this.standards = new StandardRecords(resolver.standardiser(), REMEMBERED_RECORDS);
        this.regions = new RegionWriter(resolver);
    }

    /**
     * Resolves records again, in one transaction.
     *
     * @param records keys of stored records; those that are deleted or not there any more are passed over
     * @param cause what the events name as their cause
     */
    public RegionOutcome resolve(Collection<RecordKey> records, String cause) {
        SortedSet<RecordKey> touched = new TreeSet<>(records);
        return store.inTransaction(transaction -> new BatchTransaction(resolver, standards, regions, transaction)
                .resolveStored(touched, cause, clock.instant()));
    }

    /**
     * Says what persons ruled of an identifier of the identifier that its value is now, in one transaction.
     *
     * @param cause what the events name as their cause
     * @return false if that was said already
     */
    public boolean carryRulings(SharedKey former, SharedKey heir, String cause) {
        return store.inTransaction(transaction -> new BatchTransaction(resolver, standards, regions, transaction)
                .carryRulings(former, heir, cause, clock.instant()));
    }
}
