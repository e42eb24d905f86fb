package dev.ravel.resolver.store;

import dev.ravel.resolver.settings.ResolutionDigest;
import java.util.function.Function;

/**
 * Where the graph lives. Thread-safe; transactions of different threads are serialised by the locks that they take.
 */
public interface ResolutionStore extends EntityReader, AutoCloseable {
    /**
     * Brings the schema up to date and stamps an empty store with the digest.
     *
     * @throws dev.ravel.resolver.error.ResolutionException with {@code DIGEST_MISMATCH} if it is stamped with another,
     *     or {@code STORE_UNAVAILABLE}
     */
    void open(ResolutionDigest digest);

    /**
     * Runs work in one transaction: all of it is durable when this returns, or none of it happened. Work that fails
     * with a {@link Retryable} exception (a deadlock, a lost connection, a stale read found by the work itself) is
     * run again from the start after a short, random pause, at most 50 times; so work must have no effects outside.
     */
    <T> T inTransaction(Function<ResolutionTransaction, T> work);

    @Override
    void close();
}
