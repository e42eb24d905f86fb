package dev.ravel.ingest.sink;

import dev.ravel.ingest.input.Input;
import dev.ravel.resolver.stream.BatchResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the tasks of a load have done so far. Tasks find the counters of their load by its id, so that a job in this
 * process can be watched while it runs; on a cluster the same numbers are Flink metrics. Thread-safe.
 */
public final class IngestCounters {
    private static final Map<String, IngestCounters> OF_LOADS = new ConcurrentHashMap<>();

    private final LongAdder read = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder newVersions = new LongAdder();
    private final LongAdder lateVersions = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder leftOutKeys = new LongAdder();
    private final LongAdder deadLetters = new LongAdder();
    private final LongAdder snapshotDeletions = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final Map<String, Input> inputs = new ConcurrentSkipListMap<>();
    private final Collection<String> notes = new ConcurrentLinkedQueue<>();

    /**
     * The counts at one moment.
     *
     * @param read records read that were not in before, dead letters included
     * @param skipped records that the graph's offsets say are in
     * @param newVersions versions that became the newest of their record
     * @param lateVersions versions kept that were older than the newest
     * @param repeated versions whose content was known
     * @param leftOutKeys keys that the new versions would have beside theirs without the limits of keys of a record
     * @param deadLetters inputs that could not be taken in
     * @param snapshotDeletions records deleted because a snapshot lacks them
     * @param batches transactions
     */
    public record Counts(
            long read,
            long skipped,
            long newVersions,
            long lateVersions,
            long repeated,
            long leftOutKeys,
            long deadLetters,
            long snapshotDeletions,
            long batches) {}

    private IngestCounters() {}

    /** The counters of a load; the same object for the same id in one process, until it is {@link #forget}ed. */
    public static IngestCounters of(String loadId) {
        return OF_LOADS.computeIfAbsent(loadId, id -> new IngestCounters());
    }

    /** Lets go of the counters of a load that has ended. */
    public static void forget(String loadId) {
        OF_LOADS.remove(loadId);
    }

    public Counts counts() {
        return new Counts(
                read.sum(),
                skipped.sum(),
                newVersions.sum(),
                lateVersions.sum(),
                repeated.sum(),
                leftOutKeys.sum(),
                deadLetters.sum(),
                snapshotDeletions.sum(),
                batches.sum());
    }

    /** The inputs seen, by name. */
    public List<Input> inputs() {
        return List.copyOf(inputs.values());
    }

    /** What a person should know, in the order in which it happened. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    void opened(Input input) {
        inputs.put(input.name(), input);
    }

    void recordRead() {
        read.increment();
    }

    void recordSkipped() {
        skipped.increment();
    }

    void lettersWritten(int count) {
        deadLetters.add(count);
    }

    void deleted(int count) {
        snapshotDeletions.add(count);
    }

    void committed(BatchResult result) {
        newVersions.add(result.newVersions());
        lateVersions.add(result.lateVersions());
        repeated.add(result.repeated());
        leftOutKeys.add(result.leftOutKeys());
        batches.increment();
    }

    void note(String text) {
        notes.add(text);
    }
}
