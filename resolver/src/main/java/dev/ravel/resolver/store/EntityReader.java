package dev.ravel.resolver.store;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.review.AuditSample;
import dev.ravel.resolver.lineage.EventName;
import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.lineage.SealedBlock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What can be asked of the graph. Each call is one consistent read of committed state; thread-safe; blocking. */
public interface EntityReader {
    /** The entity with this id, active or retired. */
    Optional<Entity> entity(EntityId id);

    /** The entities with these ids, in the order asked, absent ones left out. */
    List<Entity> entities(Collection<EntityId> ids);

    /** The entity that a live record is a member of. */
    Optional<Entity> entityOf(RecordKey record);

    /**
     * The active entities of the live records that carry an identifier, ascending by id, at most {@code limit}. A
     * suppressed identifier answers too.
     */
    List<Entity> entitiesBy(SharedKey identifier, int limit);

    /**
     * The records that carry an identifier or have ever carried it in a version that was the newest, ascending, at most
     * {@code limit}; deleted ones are among them.
     *
     * @param after the key after which the page starts, empty for the first page
     */
    List<RecordKey> carriersEver(SharedKey identifier, Optional<RecordKey> after, int limit);

    /** The identifiers that these live records are stored with; records that carry none are absent. */
    Map<RecordKey, Set<SharedKey>> identifiersOf(Collection<RecordKey> records);

    /**
     * A page of the active entities, ascending by id.
     *
     * @param after the id after which the page starts, empty for the first page
     * @param minRecords only entities with at least this many records; 1 for all
     */
    List<Entity> page(Optional<EntityId> after, int limit, int minRecords);

    /**
     * A page of the ids of all entities, active and retired, ascending.
     *
     * @param after the id after which the page starts, empty for the first page
     */
    List<EntityId> ids(Optional<EntityId> after, int limit);

    /**
     * Active entities whose golden values fit a text, best first: names in any script, pinyin and initials of Chinese
     * names, organisations, e-mails and phones. Follows commits within a second.
     */
    List<Entity> search(String text, int limit);

    /** Where these records are; those that are not live are absent. */
    Map<RecordKey, Membership> memberships(Collection<RecordKey> records);

    /** The stored records of these keys, deleted ones included; keys without a record are absent. */
    Map<RecordKey, StoredRecord> recordsOf(Collection<RecordKey> keys);

    /**
     * The keys of a source's live records, ascending, at most {@code limit}: what a complete snapshot is compared with.
     *
     * @param after the key after which the page starts, empty for the first page
     */
    List<RecordKey> liveRecordKeys(String tenant, String source, Optional<RecordKey> after, int limit);

    /**
     * The keys of a tenant's live records, ascending, at most {@code limit}.
     *
     * @param after the key after which the page starts, empty for the first page
     */
    List<RecordKey> liveRecordKeys(String tenant, Optional<RecordKey> after, int limit);

    /** All versions kept of a record, newest first; empty if there is no such record. */
    List<StoredVersion> versions(RecordKey key);

    /** The states of these keys; keys that the store does not know are absent. */
    Map<SharedKey, KeyState> keyStates(Collection<SharedKey> keys);

    /** The kept matches of which at least one record is among these, ascending by pair. */
    List<Match> matchesOf(Collection<RecordKey> records);

    /** The judgements that name any of these records, standing or not, ascending by time. */
    List<StoredJudgement> judgementsOf(Collection<RecordKey> records);

    /** The judgements of an identifier, standing or not, ascending by time. */
    List<StoredIdentifierJudgement> judgementsOf(SharedKey identifier);

    /** The judgements of identifiers that an operation made, standing or not, ascending by id. */
    List<StoredIdentifierJudgement> identifierJudgementsOf(String operation);

    /**
     * A page of the judgements of records that stand, ascending by id.
     *
     * @param after the id after which the page starts, empty text for the first page
     */
    List<Judgement> standingJudgements(String after, int limit);

    /** As {@link #standingJudgements}, for the judgements of identifiers. */
    List<IdentifierJudgement> standingIdentifierJudgements(String after, int limit);

    /** The entities, active or retired, that a record is or was a member of, ascending; none if it was never live. */
    List<EntityId> entitiesEver(RecordKey record);

    /** The events of an entity with a version above {@code afterVersion}, ascending, at most {@code limit}. */
    List<LineageEvent> events(EntityId id, long afterVersion, int limit);

    /** The events with these names, in no particular order; names without an event are passed over. */
    List<LineageEvent> events(Collection<EventName> names);

    /** All events of these entities, ascending by version; ids without events are absent. */
    Map<EntityId, List<LineageEvent>> chains(Collection<EntityId> ids);

    /** The events of these entities that have any of these causes, ascending by version; ids without any are absent. */
    Map<EntityId, List<LineageEvent>> eventsOfCauses(Collection<EntityId> ids, Collection<String> causes);

    /** The sealed blocks with a number above {@code afterNumber}, ascending, at most {@code limit}. */
    List<SealedBlock> blocks(long afterNumber, int limit);

    /** The head of the seal; {@link SealHead#NONE} if nothing is sealed. */
    SealHead sealHead();

    /**
     * The review items that are open, highest weight first, then by id; at most {@code limit}. Those that are to be asked
     * from a later day on are among them.
     */
    List<StoredReviewItem> openReviewItems(int limit);

    /** The review item with this id, open or closed. */
    Optional<StoredReviewItem> reviewItem(String id);

    /** The audit samples drawn, oldest first. */
    List<AuditSample> auditSamples();

    /** The operation with this id. */
    default Optional<StoredOperation> operationById(String id) {
        return operations(Set.of(id)).values().stream().findFirst();
    }

    /** The operations with these ids, by id; those that are not there are absent. */
    Map<String, StoredOperation> operations(Collection<String> ids);

    /** The operations that fit, latest first, then descending by id; at most {@code limit}. Looks at all standing judgements. */
    List<StoredOperation> standingOperations(OperationQuery query, int limit);

    /**
     * The identifiers that fit, those that most records carry first, then ascending; at most {@code limit}. Looks at all
     * identifiers of the kind.
     */
    List<KeyState> identifiers(String tenant, IdentifierQuery query, int limit);

    /** The counts of the whole graph. */
    StoreCounts counts();

    /** How far an input has been taken in; 0 if never. */
    long offset(String input);

    /**
     * Asks for what was committed before; it is waited for when it is got, and where asking takes a while the caller can do
     * something else until then.
     *
     * @param question answered by a reader that may belong to another thread
     */
    default <T> Supplier<T> ask(Function<EntityReader, T> question) {
        T answer = question.apply(this);
        return () -> answer;
    }
}
