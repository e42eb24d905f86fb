package dev.ravel.resolver.stream;

import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.region.RegionWriter;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.store.InputOffset;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.VersionStamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Takes record versions into the graph, a micro-batch a transaction. Applying a batch again changes nothing; the
 * order of batches, and of versions inside one, does not change what they end in. Thread-safe.
 *
 * <p>The steps of a transaction are in {@link BatchTransaction#run}.
 */
public final class StreamResolver {
    /** The most standardised records remembered between batches. */
    private static final int REMEMBERED_RECORDS = 20_000;

    private final Resolver resolver;
    private final ResolutionStore store;
    private final Clock clock;
    private final StandardRecords standards;
    private final RegionWriter regions;

    public StreamResolver(Resolver resolver, ResolutionStore store, Clock clock) {
        this.resolver = resolver;
        this.store = store;
        this.clock = clock;
        this.standards = new StandardRecords(resolver.standardiser(), REMEMBERED_RECORDS);
        this.regions = new RegionWriter(resolver);
    }

    /**
     * The keys by which a version touches others: batches of which no two versions share one can be applied at once without
     * waiting for each other's keys. The version's comparable form is remembered for its batch. Sharing one does no harm.
     */
    public List<String> keys(SourceRecord version) {
        List<String> keys = new ArrayList<>();
        keys.add(version.key().text());
        if (!version.deleted()) {
            standards.of(version, VersionStamp.of(version)).keys().forEach(key -> keys.add(key.text()));
        }
        return keys;
    }

    /**
     * Resolves a batch and commits it, with the offsets up to which it takes its inputs in. All records of a batch are of
     * the tenant that the resolver is configured for.
     *
     * @throws dev.ravel.resolver.error.ResolutionException if the store fails for good, or with {@code INVALID_INPUT} if
     *     a record is of another tenant; nothing is written then
     */
    public BatchResult apply(List<Incoming> batch, Collection<InputOffset> offsets) {
        requireTenant(batch);
        Arrivals arrivals = Arrivals.of(batch);
        return store.inTransaction(transaction -> new BatchTransaction(resolver, standards, regions, transaction)
                .run(arrivals, offsets, clock.instant()));
    }

    /** Whether stewards are about, as {@link ResolutionStore#areStewardsAbout} says. */
    boolean areStewardsAbout() {
        return store.areStewardsAbout();
    }

    private void requireTenant(List<Incoming> batch) {
        for (Incoming incoming : batch) {
            SourceRecord version = incoming.version();
            if (!version.key().tenant().equals(resolver.settings().tenant())) {
                throw new ResolutionException(
                        ErrorCode.INVALID_INPUT,
                        version.key() + " is not of tenant "
                                + resolver.settings().tenant() + ": one resolver takes in the records of one tenant");
            }
        }
    }
}
