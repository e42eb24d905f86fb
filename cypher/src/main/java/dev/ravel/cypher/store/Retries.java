package dev.ravel.cypher.store;

import dev.ravel.cypher.connection.Neo4jFailures;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.Retryable;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work again after failures that go away by themselves: deadlocks, lost connections, stale reads. The driver's own
 * retries start near a second; ours pause 5 to 100 milliseconds, longer with every attempt and with jitter.
 */
final class Retries {
    static final int MAX_ATTEMPTS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    /** Two transactions that create the same key: one of them has won, and the other finds it when it runs again. */
    private static final String CONSTRAINT = "Neo.ClientError.Schema.ConstraintValidationFailed";

    private static final int MAX_CONSTRAINT_ATTEMPTS = 5;
    private static final int MIN_PAUSE_MILLIS = 5;
    private static final int MAX_PAUSE_MILLIS = 100;
    private static final int PAUSE_GROWTH_MILLIS = 10;

    private final Supplier<? extends RandomGenerator> random;

    Retries(Supplier<? extends RandomGenerator> random) {
        this.random = random;
    }

    /**
     * The result of the first attempt that succeeds.
     *
     * @throws ResolutionException with {@code STORE_UNAVAILABLE} if the store fails for good
     */
    <T> T run(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (attempt >= allowedAttempts(e)) {
                    throw e instanceof Neo4jException failure ? Neo4jFailures.unavailable(failure, attempt) : e;
                }
                LOG.debug("Attempt {} failed, trying again: {}", attempt, e.getMessage());
                pause(attempt);
            }
        }
    }

    private static int allowedAttempts(RuntimeException failure) {
        if (failure instanceof Retryable || failure instanceof RetryableException) {
            return MAX_ATTEMPTS;
        }
        return failure instanceof Neo4jException neo4j && CONSTRAINT.equals(neo4j.code()) ? MAX_CONSTRAINT_ATTEMPTS : 1;
    }

    private void pause(int attempt) {
        int bound = Math.min(MAX_PAUSE_MILLIS, MIN_PAUSE_MILLIS + attempt * PAUSE_GROWTH_MILLIS);
        try {
            Thread.sleep(random.get().nextInt(MIN_PAUSE_MILLIS, bound + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResolutionException(ErrorCode.STORE_UNAVAILABLE, "interrupted between two attempts", e);
        }
    }
}
