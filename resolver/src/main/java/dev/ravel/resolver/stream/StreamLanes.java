package dev.ravel.resolver.stream;

import dev.ravel.model.record.SourceRecord;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes many versions in, in batches of which those that share no key are worked on side by side ({@link BatchLanes}). For one
 * calling thread.
 */
public final class StreamLanes implements AutoCloseable {
    private final StreamResolver stream;
    private final int batch;
    private final BatchLanes<SourceRecord> lanes;
    private final AtomicLong taken = new AtomicLong();

    /**
     * Lanes without work.
     *
     * @param lanes how many batches may be under way at once, 1 or more; {@link BatchLanes#USUAL} if nothing speaks against it
     * @param batch the most versions of a batch, 1 or more
     * @param loadId the load that brings the versions
     */
    public StreamLanes(StreamResolver stream, int lanes, int batch, String loadId) {
        this.stream = stream;
        this.batch = batch;
        this.lanes = new BatchLanes<>(lanes, stream::areStewardsAbout, versions -> {
            stream.apply(
                    versions.stream()
                            .map(version -> new Incoming(version, loadId))
                            .toList(),
                    List.of());
            taken.addAndGet(versions.size());
        });
    }

    /**
     * Takes a version, and starts a batch if that fills it.
     *
     * @throws IOException if a batch before failed, or the wait for it was interrupted
     */
    public void add(SourceRecord version) throws IOException {
        lanes.add(version, stream.keys(version));
        if (lanes.waiting() >= batch) {
            lanes.start(batch);
        }
    }

    /** Starts a batch of what waits, as {@link BatchLanes#timeUp} does, and returns and throws what it does. */
    public boolean timeUp() throws IOException {
        return lanes.timeUp(batch);
    }

    /** Returns when all that was added is in; throws as {@link #add}. */
    public void drain() throws IOException {
        lanes.drain(batch);
    }

    /** How many versions are in. */
    public long taken() {
        return taken.get();
    }

    /** Stops; what was added and not {@linkplain #drain drained} may be in or not. */
    @Override
    public void close() {
        lanes.close();
    }
}
