package dev.ravel.resolver.stream;

import dev.ravel.resolver.store.Retryable;
import java.time.Instant;

/**
 * The clock is not after the last event of an entity that a transaction changes, and records have been written with its
 * time. The transaction is run again with a later one.
 */
final class ClockBehindException extends RuntimeException implements Retryable {
    private static final long serialVersionUID = 1L;

    private final transient Instant earliest;

    /**
     * Such a failure.
     *
     * @param earliest the earliest recorded time that the transaction can have
     */
    ClockBehindException(Instant earliest) {
        super("an entity has events up to just before " + earliest + ", which is ahead of the clock");
        this.earliest = earliest;
    }

    Instant earliest() {
        return earliest;
    }
}
