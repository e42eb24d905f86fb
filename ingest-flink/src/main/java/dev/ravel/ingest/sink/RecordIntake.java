package dev.ravel.ingest.sink;

import dev.ravel.ingest.deadletter.DeadLetterFiles;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.StoredInput;
import dev.ravel.ingest.parse.Parsed;
import dev.ravel.ingest.sink.InputProgress.Pending;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.stream.BatchLanes;
import dev.ravel.resolver.stream.StreamResolver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Gathers parsed records into batches and commits them, those that share no key side by side, while the next is gathered. Leaves
 * out what the graph's offsets say is in. Knows nothing of Flink; who calls it decides when a batch's time is up. Not
 * thread-safe.
 */
final class RecordIntake implements AutoCloseable {
    private final IngestPlan plan;
    private final ResolutionStore store;
    private final StreamResolver resolver;
    private final BatchCommitter committer;
    private final SnapshotSweep sweep;
    private final IngestCounters counters;
    private final BatchSize size;
    private final DeadLetterFiles letters;
    private final InputProgress progress = new InputProgress();
    private final BatchLanes<Pending> lanes;
    private final Function<Input, StoredInput> files;
    private final Map<String, Long> takenIn = new HashMap<>();

    /** @param files opens the file of an input again */
    RecordIntake(IngestPlan plan, Clock clock, Function<Input, StoredInput> files) {
        this.plan = plan;
        this.files = files;
        Resolver resolution = Resolver.of(plan.settings(), MatchModel.parse(plan.model()));
        this.store = plan.store().connect();
        this.store.open(resolution.digest());
        this.resolver = new StreamResolver(resolution, store, clock);
        this.counters = IngestCounters.of(plan.loadId());
        this.letters = new DeadLetterFiles(Path.of(plan.deadLetterDirectory()), plan.loadId(), clock);
        this.committer = new BatchCommitter(resolver, letters, progress, plan.loadId(), counters);
        this.sweep = new SnapshotSweep(plan.catalog(), store, plan.loadId(), clock, counters);
        this.size = new BatchSize(plan.batchRecords());
        this.lanes = new BatchLanes<>(BatchLanes.USUAL, store::areStewardsAbout, committer::commit);
    }

    /** Takes a record; commits the batch if that fills it. */
    void accept(Parsed parsed) throws IOException {
        if (parsed.raw().endOffset() <= takenIn(parsed.raw().input())) {
            if (!parsed.raw().isEnd()) {
                counters.recordSkipped();
            }
            return;
        }
        if (parsed instanceof Parsed.EndOfFile) {
            endOfFile(parsed);
            return;
        }
        counters.recordRead();
        add(parsed);
        if (lanes.waiting() >= size.current()) {
            size.filled();
            lanes.start(size.current());
        }
    }

    /** How many records wait. */
    int waiting() {
        return lanes.waiting();
    }

    /** Commits what waits, because its time is up, as {@link BatchLanes#timeUp} does; whether a batch was started. */
    boolean timeUp() throws IOException {
        boolean started = lanes.timeUp(size.current());
        if (started) {
            size.timedOut();
        }
        return started;
    }

    /** Commits what waits and returns when all is in. */
    void flush() throws IOException {
        lanes.drain(size.current());
        committer.commitOffsets();
    }

    private void add(Parsed parsed) {
        lanes.add(progress.add(parsed), committer.keys(parsed));
    }

    private void endOfFile(Parsed end) throws IOException {
        Input input = end.raw().input();
        if (sweep.isDue(input)) {
            flush();
            sweep.sweep(files.apply(input), input, deletions -> resolver.apply(deletions, List.of()));
        }
        add(end);
        flush();
        progress.forget(input.name());
        takenIn.remove(input.name());
        letters.forget(input);
    }

    private long takenIn(Input input) {
        Long offset = takenIn.get(input.name());
        if (offset == null) {
            offset = plan.fromStart() ? 0 : store.offset(input.name());
            takenIn.put(input.name(), offset);
            counters.opened(input);
        }
        return offset;
    }

    @Override
    public void close() {
        lanes.close();
        store.close();
    }
}
