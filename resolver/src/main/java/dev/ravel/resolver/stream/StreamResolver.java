package dev.ravel.resolver.stream;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.region.RegionWriter;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.store.InputOffset;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StoredRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    private long applied;
    private @Nullable PreparedBatch latest;

    public StreamResolver(Resolver resolver, ResolutionStore store, Clock clock) {
        this.resolver = resolver;
        this.store = store;
        this.clock = clock;
        this.standards = new StandardRecords(resolver.standardiser(), REMEMBERED_RECORDS);
        this.regions = new RegionWriter(resolver);
    }

    /**
     * Resolves a batch and commits it, with the offsets up to which it takes its inputs in. All records of a batch are of
     * the tenant that the resolver is configured for.
     *
     * @throws dev.ravel.resolver.error.ResolutionException if the store fails for good, or with {@code INVALID_INPUT} if
     *     a record is of another tenant; nothing is written then
     */
    public BatchResult apply(List<Incoming> batch, Collection<InputOffset> offsets) {
        return apply(prepare(batch), offsets);
    }

    /**
     * Does what can be done of a batch without locks, for instance while the batch before is applied: orders and
     * standardises it, and reads what is stored of its records.
     *
     * @throws dev.ravel.resolver.error.ResolutionException with {@code INVALID_INPUT} if a record is of another tenant
     */
    public PreparedBatch prepare(List<Incoming> batch) {
        requireTenant(batch);
        Arrivals arrivals = Arrivals.of(batch);
        arrivals.byRecord().values().forEach(versions -> versions.values().stream()
                .filter(arrival -> !arrival.version().deleted())
                .forEach(arrival -> standards.of(arrival.version(), arrival.stamp())));
        long appliedBefore;
        synchronized (this) {
            appliedBefore = applied;
        }
        Map<RecordKey, StoredRecord> stored = store.recordsOf(arrivals.keys());
        Optional<Arriving> arriving =
                stored.isEmpty() ? Optional.of(Arriving.of(arrivals, stored, standards, resolver)) : Optional.empty();
        return new PreparedBatch(arrivals, stored, arriving, appliedBefore);
    }

    /** The same as {@link #apply(List, Collection)} for a batch that this resolver has prepared. */
    public BatchResult apply(PreparedBatch batch, Collection<InputOffset> offsets) {
        BatchResult result = store.inTransaction(new Attempts(batch, offsets, isStillRead(batch)));
        noteApplied(batch);
        return result;
    }

    /** The attempts to apply one batch, until one succeeds. */
    private final class Attempts implements Function<ResolutionTransaction, BatchResult> {
        private final PreparedBatch batch;
        private final Collection<InputOffset> offsets;
        private boolean isReadAhead;
        private Instant earliest = Instant.MIN;

        private Attempts(PreparedBatch batch, Collection<InputOffset> offsets, boolean isReadAhead) {
            this.batch = batch;
            this.offsets = offsets;
            this.isReadAhead = isReadAhead;
        }

        @Override
        public BatchResult apply(ResolutionTransaction transaction) {
            boolean ahead = isReadAhead;
            isReadAhead = false;
            Instant now = clock.instant();
            try {
                return new BatchTransaction(resolver, standards, regions, transaction)
                        .run(batch, ahead, offsets, now.isBefore(earliest) ? earliest : now);
            } catch (ClockBehindException e) {
                earliest = e.earliest();
                throw e;
            }
        }
    }

    /** Whether none of the batch's records was applied by this resolver after they were read ahead. */
    private synchronized boolean isStillRead(PreparedBatch batch) {
        long since = applied - batch.appliedBefore();
        return since == 0 || (since == 1 && latest != null && !latest.sharesRecordsWith(batch));
    }

    private synchronized void noteApplied(PreparedBatch batch) {
        applied++;
        latest = batch;
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
