package dev.ravel.ingest.sink;

/**
 * How many records a batch holds before it closes: small while the stream keeps up, for latency, larger when it lags,
 * for throughput. A batch that fills before its time is up means that it lags.
 */
final class BatchSize {
    /** The size while the stream keeps up. */
    static final int SMALL = 200;

    private final int smallest;
    private final int largest;
    private int current;

    BatchSize(int largest) {
        this.largest = largest;
        this.smallest = Math.min(SMALL, largest);
        this.current = smallest;
    }

    int current() {
        return current;
    }

    /** Notes that a batch closed because it was full. */
    void filled() {
        current = Math.min(largest, 2 * current);
    }

    /** Notes that a batch closed because its time was up. */
    void timedOut() {
        current = Math.max(smallest, current / 2);
    }
}
