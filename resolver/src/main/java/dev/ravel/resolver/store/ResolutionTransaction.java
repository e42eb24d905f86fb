package dev.ravel.resolver.store;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.review.ReviewItem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Supplier;

/**
 * One transaction, in the order in which a resolving transaction calls it.
 *
 * <p><b>The lock protocol.</b> Under read-committed isolation two transactions that only create relationships do not
 * see each other's records, and a match would be lost silently. So locks are property writes, taken in ascending order
 * of key and before what they protect is read: first the records that will change, then every identifier and block
 * that their versions carry, then the entities of every component touched. What was read before a lock is read again
 * after it; work that finds a difference throws {@link StaleReadException}. Reads see this transaction's own writes.
 * A transaction that ends without {@link #write} leaves nothing behind.
 */
public interface ResolutionTransaction {
    /**
     * Asks whether a steward is at work ({@link ResolutionStore#inStewardsTransaction}). For the stream, before it locks
     * anything, and once more before it locks entities: what stewards lock.
     *
     * @return waits for the answer, and, if one is, until none is, but for {@value ResolutionStore#GIVE_WAY_MILLIS} ms of a
     *     transaction at most
     */
    Runnable askToGiveWay();

    /**
     * The same for a transaction that has locked entities: it gives way only to a steward who has locked all that it needs,
     * because another may be waiting for what this transaction holds. It shares the milliseconds.
     */
    Runnable askToGiveWayHoldingLocks();

    /** The stored records of these keys, without locks; keys without a record are absent. */
    Map<RecordKey, StoredRecord> records(Collection<RecordKey> keys);

    /** Locks the stored ones of these records in ascending order, then reads them. */
    Map<RecordKey, StoredRecord> lockRecords(SortedSet<RecordKey> keys);

    /**
     * Locks the stored ones of these records in ascending order, and keeps others from storing those that are not stored
     * until this transaction ends; then reads the stored ones. For what is to be written about records whether or not they
     * are stored.
     */
    Map<RecordKey, StoredRecord> reserveRecords(SortedSet<RecordKey> keys);

    /**
     * Creates the missing ones of these keys, locks all in ascending order, and returns their states as they were before
     * that; a missing one had size 0. What moves is told here, and not only by the change that is written later, because
     * a lock is a write: a store may let it carry the new size and the new carriers. So the change must carry out just
     * these moves, and carriers that are still to join may be left out of what is read until then. A key may be locked again
     * with further moves.
     *
     * @param moves what moves on each key to lock; {@link KeyMove#NONE} for a key that is only locked
     */
    Map<SharedKey, KeyState> lockKeys(SortedMap<SharedKey, KeyMove> moves);

    /** The live records that carry any of these keys, each once, in ascending order. */
    default List<StoredRecord> carriers(Collection<SharedKey> keys) {
        return askCarriers(keys).get();
    }

    /**
     * The same, asked for now and waited for when they are got: so the store may work while the caller does. What is
     * written between the two is not read.
     */
    Supplier<List<StoredRecord>> askCarriers(Collection<SharedKey> keys);

    /**
     * Whether records may be stored with keys of an earlier generation: while the graph is taken to a resolution that gives
     * records other keys. Nothing need be asked about such records where it is false.
     */
    boolean mayHaveFormerKeys();

    /** What the live ones of these locked records are stored with that have keys of an earlier generation; others are absent. */
    Map<RecordKey, FormerKeys> formerKeys(Collection<RecordKey> records);

    /** The judgements of these identifiers, standing or not; those of which nothing was ever judged are absent. */
    Map<SharedKey, List<StoredIdentifierJudgement>> identifierJudgements(Collection<SharedKey> identifiers);

    /** How many live records of each {@code nameKey} carry a key. Costs a read of all its carriers. */
    Map<SharedKey, Map<String, Integer>> nameCounts(Collection<SharedKey> keys);

    /**
     * Locks all active entities of these components in ascending order of id, then reads them, and returns them by
     * id. A component that has no entity any more (its records moved while the caller waited) is simply absent.
     */
    SortedMap<EntityId, Entity> lockComponents(SortedSet<String> components);

    /**
     * Locks all active entities of the components in which these are, in ascending order of id, and reads them with their
     * records, in fewer steps than by name and one by one. An entity that is not there, or has retired, leads to none.
     */
    WholeComponents lockAround(SortedSet<EntityId> entities);

    /** The entities of these records, without locks; empty unless all of the records are stored and live. */
    SortedSet<EntityId> entitiesOfLive(Collection<RecordKey> records);

    /** The kept matches of which at least one record is among these. */
    default List<Match> matches(Collection<RecordKey> records) {
        return askMatches(records).get();
    }

    /** The same, asked for now and waited for when they are got. What is written between the two is not read. */
    Supplier<List<Match>> askMatches(Collection<RecordKey> records);

    /** The standing judgements that name any of these records. */
    List<Judgement> standingJudgements(Collection<RecordKey> records);

    /** The judgements that name any of these records and fell after a time. Costs little where none did. */
    List<StoredJudgement> fallenJudgements(Collection<RecordKey> records, Instant after);

    /** The entities, active or retired, that were minted for these records, by id. */
    SortedMap<EntityId, Entity> foundedBy(Collection<RecordKey> founders);

    /** The judgements of an operation, standing or not, with their standing; empty if there is no such operation. */
    List<StoredJudgement> operation(String operation);

    /** The operation recorded under an idempotency key, if any. */
    default Optional<StoredOperation> operationByIdempotencyKey(String idempotencyKey) {
        return askOperationByIdempotencyKey(idempotencyKey).get();
    }

    /** The same, asked for now and waited for when it is got. What is written between the two is not read. */
    Supplier<Optional<StoredOperation>> askOperationByIdempotencyKey(String idempotencyKey);

    /** The open items about a contradicting version that name any of these records, ascending by id. */
    List<ReviewItem> openContradictions(Collection<RecordKey> records);

    /** The open items of audits that name any of these records, ascending by id. */
    List<ReviewItem> openAudits(Collection<RecordKey> records);

    /** Locks a review item, then reads it; empty if there is none. */
    Optional<StoredReviewItem> lockReviewItem(String id);

    /** Writes who works on a locked item and how often it was put back. */
    void writeProgress(StoredReviewItem item);

    /**
     * Writes a change. May be called more than once, with the parts of one change: records may be written before the
     * entities that they join. The graph is whole when the transaction ends.
     */
    void write(GraphChange change);
}
