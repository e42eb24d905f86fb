package dev.ravel.api.work;

import java.time.Duration;

/**
 * The threads and queues of the calls to the store.
 *
 * @param readThreads reads at the same time
 * @param readQueue reads that wait; one more is refused
 * @param writeThreads mutations at the same time
 * @param writeQueue mutations that wait; one more is refused
 * @param timeout how long a caller waits for one call, the time in the queue included
 */
public record WorkLimits(int readThreads, int readQueue, int writeThreads, int writeQueue, Duration timeout) {
    public WorkLimits {
        if (readThreads < 1 || readQueue < 1 || writeThreads < 1 || writeQueue < 1) {
            throw new IllegalArgumentException("threads and queues of the API must be at least 1: " + readThreads + ", "
                    + readQueue + ", " + writeThreads + ", " + writeQueue);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the timeout of the API must be above 0: " + timeout);
        }
    }

    /** The shipped limits. */
    public static WorkLimits defaults() {
        return new WorkLimits(16, 1_024, 4, 256, Duration.ofSeconds(30));
    }
}
