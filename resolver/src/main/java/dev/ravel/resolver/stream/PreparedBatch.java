package dev.ravel.resolver.stream;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.store.StoredRecord;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A batch, ordered and standardised, with what was stored of its records: all of its work that needs no lock. Made by
 * {@link StreamResolver#prepare}. What was read ahead is good for one attempt.
 */
public final class PreparedBatch {
    private final Arrivals arrivals;
    private final Map<RecordKey, StoredRecord> readAhead;
    private final AtomicReference<@Nullable Arriving> arriving;
    private final long appliedBefore;

    /**
     * A batch.
     *
     * @param readAhead the stored ones of its records
     * @param arriving the batch, if none of its records is stored: those that are have to be locked first
     * @param appliedBefore how many batches the resolver had applied when they were read
     */
    PreparedBatch(
            Arrivals arrivals,
            Map<RecordKey, StoredRecord> readAhead,
            Optional<Arriving> arriving,
            long appliedBefore) {
        this.arrivals = arrivals;
        this.readAhead = readAhead;
        this.arriving = new AtomicReference<>(arriving.orElse(null));
        this.appliedBefore = appliedBefore;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    Map<RecordKey, StoredRecord> readAhead() {
        return readAhead;
    }

    /** The batch beside what was read ahead; empty if some were stored, or if it has been taken before. */
    Optional<Arriving> takeArriving() {
        return Optional.ofNullable(arriving.getAndSet(null));
    }

    long appliedBefore() {
        return appliedBefore;
    }

    /** Whether another batch has versions of the same records. */
    boolean sharesRecordsWith(PreparedBatch other) {
        return !Collections.disjoint(
                arrivals.byRecord().keySet(), other.arrivals.byRecord().keySet());
    }
}
