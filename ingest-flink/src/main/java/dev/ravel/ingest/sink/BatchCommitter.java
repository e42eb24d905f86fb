package dev.ravel.ingest.sink;

import dev.ravel.ingest.deadletter.DeadLetterFiles;
import dev.ravel.ingest.parse.DeadLetterReason;
import dev.ravel.ingest.parse.Parsed;
import dev.ravel.ingest.sink.InputProgress.Pending;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.InputOffset;
import dev.ravel.resolver.stream.Incoming;
import dev.ravel.resolver.stream.StreamResolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes batches in: their dead letters to their files, then their records to the graph, each batch in one transaction together
 * with the offsets that its inputs then have. A batch that fails is halved until the record at fault is alone; that one
 * becomes a dead letter, and the others go on. A failure that is not a record's (the graph cannot be reached) is thrown.
 *
 * <p>The order of the versions of one record does not matter: the resolver orders them. Thread-safe.
 */
final class BatchCommitter {
    /** So many rejections in a row, without a record that goes in, are not the records' fault. */
    private static final int MAX_REJECTED_IN_A_ROW = 20;

    private static final Logger LOG = LoggerFactory.getLogger(BatchCommitter.class);

    private final StreamResolver resolver;
    private final DeadLetterFiles deadLetters;
    private final InputProgress progress;
    private final String loadId;
    private final IngestCounters counters;
    private final AtomicInteger rejectedInARow = new AtomicInteger();

    BatchCommitter(
            StreamResolver resolver,
            DeadLetterFiles deadLetters,
            InputProgress progress,
            String loadId,
            IngestCounters counters) {
        this.resolver = resolver;
        this.deadLetters = deadLetters;
        this.progress = progress;
        this.loadId = loadId;
        this.counters = counters;
    }

    /** The keys that it must not share with a batch that is committed at the same time; none of what cannot be read. */
    List<String> keys(Parsed parsed) {
        if (!(parsed instanceof Parsed.Accepted accepted)) {
            return List.of();
        }
        try {
            return resolver.keys(accepted.version());
        } catch (RuntimeException e) {
            LOG.debug("A record has no comparable form, which is told of when it is committed", e);
            return List.of();
        }
    }

    void commit(List<Pending> batch) throws IOException {
        List<Parsed.DeadLetter> letters = new ArrayList<>();
        for (Pending pending : batch) {
            if (pending.parsed() instanceof Parsed.DeadLetter letter) {
                letters.add(letter);
            }
        }
        if (!letters.isEmpty()) {
            counters.lettersWritten(deadLetters.write(letters));
        }
        resolve(batch);
    }

    private void resolve(List<Pending> batch) throws IOException {
        List<Incoming> records = new ArrayList<>(batch.size());
        for (Pending pending : batch) {
            if (pending.parsed() instanceof Parsed.Accepted accepted) {
                records.add(new Incoming(accepted.version(), loadId));
            }
        }
        try {
            apply(records, batch);
            if (!records.isEmpty()) {
                rejectedInARow.set(0);
            }
        } catch (RuntimeException e) {
            if (records.isEmpty() || !mayBeARecordsFault(e)) {
                throw e;
            }
            if (records.size() == 1) {
                reject(batch, e);
            } else {
                int middle = middle(batch, records.size() / 2);
                resolve(batch.subList(0, middle));
                resolve(batch.subList(middle, batch.size()));
            }
        }
    }

    private void apply(List<Incoming> records, List<Pending> batch) {
        List<InputOffset> offsets = progress.offsetsWith(batch);
        if (!records.isEmpty() || !offsets.isEmpty()) {
            counters.committed(resolver.apply(records, offsets));
        }
        progress.takenIn(batch, offsets);
    }

    private void reject(List<Pending> batch, RuntimeException cause) throws IOException {
        if (rejectedInARow.incrementAndGet() >= MAX_REJECTED_IN_A_ROW) {
            throw cause;
        }
        List<Parsed.DeadLetter> letters = new ArrayList<>();
        for (Pending pending : batch) {
            if (pending.parsed() instanceof Parsed.Accepted accepted) {
                letters.add(new Parsed.DeadLetter(
                        accepted.raw(),
                        DeadLetterReason.REJECTED,
                        cause.getClass().getSimpleName() + ": " + cause.getMessage()));
            }
        }
        counters.lettersWritten(deadLetters.write(letters));
        apply(List.of(), batch);
    }

    /** Writes the offsets that have moved since the last batch was committed; for when no batch is under way. */
    void commitOffsets() {
        List<InputOffset> offsets = progress.offsetsWith(List.of());
        if (!offsets.isEmpty()) {
            resolver.apply(List.of(), offsets);
            progress.takenIn(List.of(), offsets);
        }
    }

    private static boolean mayBeARecordsFault(RuntimeException failure) {
        if (failure instanceof ResolutionException known) {
            return known.code() == ErrorCode.INVALID_INPUT || known.code() == ErrorCode.BROKEN_INVARIANT;
        }
        return true;
    }

    /** The position behind the first {@code records} records. */
    private static int middle(List<Pending> batch, int records) {
        int passed = 0;
        int at = 0;
        while (passed < records) {
            passed += batch.get(at).parsed() instanceof Parsed.Accepted ? 1 : 0;
            at++;
        }
        return at;
    }
}
