package dev.ravel.resolver.store;

import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.settings.ResolutionDigest;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the graph lives. Thread-safe; transactions of different threads are serialised by the locks that they take.
 */
public interface ResolutionStore extends EntityReader, AutoCloseable {
    /** How long a writer may go on after the store was stamped anew before it notices, in milliseconds. */
    int STAMP_CHECK_MILLIS = 1000;

    /** How long the stream gives way to one transaction of a steward at most, in milliseconds. */
    int STEWARDS_MILLIS = 500;

    /** Milliseconds in which a steward who has begun to work is likely to begin again. */
    int STEWARDS_ABOUT_MILLIS = 10_000;

    /** How long one transaction of the stream waits for stewards at most, in milliseconds, however many there are. */
    int GIVE_WAY_MILLIS = 150;

    /** The most blocks that are sealed at once. */
    int BLOCKS_OF_A_ROUND = 500;

    /**
     * Brings the schema up to date and stamps an empty store with the digest. A store that is being taken to this digest
     * opens too.
     *
     * @throws dev.ravel.resolver.error.ResolutionException with {@code DIGEST_MISMATCH} if it is stamped with another,
     *     or {@code STORE_UNAVAILABLE}
     */
    void open(ResolutionDigest digest);

    /** What the store is stamped with; empty if it never was opened. */
    Optional<StoreStamp> stamp();

    /**
     * Stamps the store anew. A greater key generation leaves all records with keys of an earlier one. Writers under another digest notice within {@value #STAMP_CHECK_MILLIS} ms, and fail with
     * {@code DIGEST_MISMATCH} from then on.
     *
     * @return false, and nothing is changed, if the store is not stamped as {@code before} says
     */
    boolean restamp(StoreStamp before, StoreStamp after);

    /**
     * Runs work in one transaction: all of it is durable when this returns, or none of it happened. Work that fails
     * with a {@link Retryable} exception (a deadlock, a lost connection, a stale read found by the work itself) is
     * run again from the start after a short, random pause, at most 50 times; so work must have no effects outside.
     */
    <T> T inTransaction(Function<ResolutionTransaction, T> work);

    /**
     * The same, ahead of the stream: from now until it ends, but for {@value #STEWARDS_MILLIS} ms at most, transactions that
     * {@linkplain ResolutionTransaction#askToGiveWay give way} are held back where they ask. What is past that goes on, and
     * what asks in the first milliseconds may not know yet: who waits for whom changes how long things take and nothing
     * else.
     */
    <T> T inStewardsTransaction(Function<ResolutionTransaction, T> work);

    /**
     * Whether a steward began to work in the last {@value #STEWARDS_ABOUT_MILLIS} ms, in whatever process, as the last
     * transaction of this store knew that {@linkplain ResolutionTransaction#askToGiveWay gave way}. Asks nobody: for the stream,
     * which takes one batch after another then. False where nothing gives way.
     */
    default boolean areStewardsAbout() {
        return false;
    }

    /**
     * Gives blocks that wait their places in the seal: at most {@value #BLOCKS_OF_A_ROUND}, oldest first, in one
     * transaction that no resolving transaction waits for. Call it until it answers with nothing.
     *
     * @return the head of the seal now, or nothing if no block was waiting
     */
    Optional<SealHead> seal();

    /**
     * Removes blocks of earlier key generations, which nobody looks at, in one transaction. Call it until it answers 0.
     *
     * @param limit the most blocks
     * @return how many were removed
     */
    int removeFormerBlocks(int limit);

    @Override
    void close();
}
