package dev.ravel.resolver.store;

/** Thrown by work that finds, after locking, that what it read before has changed. The transaction is run again. */
public final class StaleReadException extends RuntimeException implements Retryable {
    private static final long serialVersionUID = 1L;

    public StaleReadException(String message) {
        super(message);
    }
}
