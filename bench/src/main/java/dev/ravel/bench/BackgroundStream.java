package dev.ravel.bench;

import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.stream.BatchLanes;
import dev.ravel.resolver.stream.StreamLanes;
import dev.ravel.resolver.stream.StreamResolver;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A stream that goes on while something else is measured. As the sink does, it closes a batch when it is full or has waited
 * {@value #BATCH_MILLIS} ms, and gathers the next while one is written.
 */
final class BackgroundStream implements AutoCloseable {
    private static final int BATCH_MILLIS = 10;

    private final StreamResolver stream;
    private final List<SourceRecord> records;
    private final double perSecond;
    private final int mostInBatch;
    private final long startedNanos = System.nanoTime();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> running;
    private volatile int sent;
    private volatile boolean stopped;

    /**
     * Starts.
     *
     * @param records what is sent, from the first on
     * @param perSecond how many come in a second; infinite for as many as are taken
     */
    BackgroundStream(StreamResolver stream, List<SourceRecord> records, double perSecond, int mostInBatch) {
        this.stream = stream;
        this.records = records;
        this.perSecond = perSecond;
        this.mostInBatch = mostInBatch;
        this.running = thread.submit(() -> {
            run();
            return null;
        });
    }

    private void run() throws IOException, InterruptedException {
        try (StreamLanes lanes = new StreamLanes(stream, BatchLanes.USUAL, mostInBatch, "bench")) {
            int sleep = BATCH_MILLIS;
            while (!stopped) {
                int upTo = (int) Math.min(sent + mostInBatch, arrived());
                for (int next = sent; next < upTo; next++) {
                    lanes.add(records.get(next));
                }
                boolean filled = upTo == sent + mostInBatch;
                sent = upTo;
                if (!filled) {
                    Thread.sleep(sleep);
                    sleep = lanes.timeUp() ? BATCH_MILLIS : BatchLanes.RETRY_MILLIS;
                }
            }
            lanes.drain();
        }
    }

    private double arrived() {
        double due = perSecond * (System.nanoTime() - startedNanos) / 1e9;
        return Math.min(records.size(), due);
    }

    /** The number of the first record that is not due yet. */
    int nextDue() {
        return (int) Math.ceil(perSecond * (System.nanoTime() - startedNanos) / 1e9);
    }

    /** When the record of a number is due, by {@link System#nanoTime}. */
    long dueNanos(int record) {
        return startedNanos + (long) (record / perSecond * 1e9);
    }

    /** Stops; how many records a second it took in. */
    double stop() throws InterruptedException {
        stopped = true;
        try {
            running.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the stream beside the measurement failed", e);
        }
        if (sent == records.size()) {
            throw new IllegalStateException(
                    "the stream beside the measurement ran dry after " + sent + " records: give it more");
        }
        return sent / ((System.nanoTime() - startedNanos) / 1e9);
    }

    /** Tells it to stop, where {@link #stop} was not reached. */
    @Override
    public void close() {
        stopped = true;
        thread.shutdown();
    }
}
