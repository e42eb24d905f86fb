package dev.ravel.ingest.sink;

import dev.ravel.ingest.deadletter.DeadLetterFiles;
import dev.ravel.ingest.parse.DeadLetterReason;
import dev.ravel.ingest.parse.Parsed;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.InputOffset;
import dev.ravel.resolver.stream.Incoming;
import dev.ravel.resolver.stream.PreparedBatch;
import dev.ravel.resolver.stream.StreamResolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a batch in: its dead letters to their files, then its records to the graph in one transaction together with the
 * offsets of its inputs. A batch that fails is halved until the record at fault is alone; that one becomes a dead
 * letter, and the others go on. A failure that is not a record's (the graph cannot be reached) is thrown.
 *
 * <p>Records of one input must come in the order of their offsets, within a batch and from batch to batch. The order of
 * the versions of one record does not matter: the resolver orders them.
 */
final class BatchCommitter {
    /** So many rejections in a row, without a record that goes in, are not the records' fault. */
    private static final int MAX_REJECTED_IN_A_ROW = 20;

    private static final Logger LOG = LoggerFactory.getLogger(BatchCommitter.class);

    private final StreamResolver resolver;
    private final DeadLetterFiles deadLetters;
    private final String loadId;
    private final IngestCounters counters;
    private int rejectedInARow;

    /**
     * A batch to commit.
     *
     * @param parsed its records and dead letters, in the order of their offsets
     * @param prepared its records, standardised; empty if that failed for one of them
     */
    record Batch(List<Parsed> parsed, Optional<PreparedBatch> prepared) {}

    BatchCommitter(StreamResolver resolver, DeadLetterFiles deadLetters, String loadId, IngestCounters counters) {
        this.resolver = resolver;
        this.deadLetters = deadLetters;
        this.loadId = loadId;
        this.counters = counters;
    }

    /** Does what can be done of a batch before its turn has come; may run beside {@link #commit}. */
    Batch prepare(List<Parsed> parsed) {
        try {
            return new Batch(parsed, Optional.of(resolver.prepare(records(parsed))));
        } catch (RuntimeException e) {
            LOG.debug("A batch could not be prepared, which is told of when it is committed", e);
            return new Batch(parsed, Optional.empty());
        }
    }

    void commit(Batch batch) throws IOException {
        List<Parsed.DeadLetter> letters = new ArrayList<>();
        for (Parsed parsed : batch.parsed()) {
            if (parsed instanceof Parsed.DeadLetter letter) {
                letters.add(letter);
            }
        }
        if (!letters.isEmpty()) {
            counters.lettersWritten(deadLetters.write(letters));
        }
        resolve(batch.parsed(), batch.prepared());
    }

    private List<Incoming> records(List<Parsed> batch) {
        List<Incoming> records = new ArrayList<>(batch.size());
        for (Parsed parsed : batch) {
            if (parsed instanceof Parsed.Accepted accepted) {
                records.add(new Incoming(accepted.version(), loadId));
            }
        }
        return records;
    }

    private void resolve(List<Parsed> batch, Optional<PreparedBatch> prepared) throws IOException {
        List<Incoming> records = records(batch);
        try {
            PreparedBatch ready = prepared.orElseGet(() -> resolver.prepare(records));
            counters.committed(resolver.apply(ready, offsets(batch)));
            rejectedInARow = records.isEmpty() ? rejectedInARow : 0;
        } catch (RuntimeException e) {
            if (records.isEmpty() || !mayBeARecordsFault(e)) {
                throw e;
            }
            if (records.size() == 1) {
                reject(batch, e);
            } else {
                int middle = middle(batch, records.size() / 2);
                resolve(batch.subList(0, middle), Optional.empty());
                resolve(batch.subList(middle, batch.size()), Optional.empty());
            }
        }
    }

    private void reject(List<Parsed> batch, RuntimeException cause) throws IOException {
        rejectedInARow++;
        if (rejectedInARow >= MAX_REJECTED_IN_A_ROW) {
            throw cause;
        }
        List<Parsed.DeadLetter> letters = new ArrayList<>();
        for (Parsed parsed : batch) {
            if (parsed instanceof Parsed.Accepted accepted) {
                letters.add(new Parsed.DeadLetter(
                        accepted.raw(),
                        DeadLetterReason.REJECTED,
                        cause.getClass().getSimpleName() + ": " + cause.getMessage()));
            }
        }
        counters.lettersWritten(deadLetters.write(letters));
        counters.committed(resolver.apply(List.of(), offsets(batch)));
    }

    private static boolean mayBeARecordsFault(RuntimeException failure) {
        if (failure instanceof ResolutionException known) {
            return known.code() == ErrorCode.INVALID_INPUT || known.code() == ErrorCode.BROKEN_INVARIANT;
        }
        return true;
    }

    /** The position behind the first {@code records} records. */
    private static int middle(List<Parsed> batch, int records) {
        int passed = 0;
        int at = 0;
        while (passed < records) {
            passed += batch.get(at) instanceof Parsed.Accepted ? 1 : 0;
            at++;
        }
        return at;
    }

    private static List<InputOffset> offsets(List<Parsed> batch) {
        TreeMap<String, Long> offsets = new TreeMap<>();
        for (Parsed parsed : batch) {
            offsets.put(parsed.raw().input().name(), parsed.raw().endOffset());
        }
        return offsets.entrySet().stream()
                .map(entry -> new InputOffset(entry.getKey(), entry.getValue()))
                .toList();
    }
}
