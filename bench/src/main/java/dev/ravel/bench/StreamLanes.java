package dev.ravel.bench;

import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.stream.BatchLanes;
import dev.ravel.resolver.stream.Incoming;
import dev.ravel.resolver.stream.StreamResolver;
import java.io.IOException;
import java.util.List;

/** Streams records as the sink does: batches that share no key are worked on side by side. */
final class StreamLanes implements AutoCloseable {
    private final StreamResolver stream;
    private final int batch;
    private final BatchLanes<SourceRecord> lanes;

    /**
     * Lanes without work.
     *
     * @param lanes how many batches may be under way at once
     * @param batch the most records of a batch
     */
    StreamLanes(StreamResolver stream, int lanes, int batch) {
        this.stream = stream;
        this.batch = batch;
        this.lanes = new BatchLanes<>(
                lanes,
                versions -> stream.apply(
                        versions.stream()
                                .map(version -> new Incoming(version, "bench"))
                                .toList(),
                        List.of()));
    }

    /** Takes a record, and starts a batch if that fills it. */
    void add(SourceRecord version) throws IOException {
        lanes.add(version, stream.keys(version));
        if (lanes.waiting() >= batch) {
            lanes.start(batch);
        }
    }

    /** Starts a batch of what waits, if anything does. */
    void timeUp() throws IOException {
        if (lanes.waiting() > 0) {
            lanes.start(batch);
        }
    }

    /** Returns when all that was added is in. */
    void drain() throws IOException {
        lanes.drain(batch);
    }

    @Override
    public void close() {
        lanes.close();
    }
}
