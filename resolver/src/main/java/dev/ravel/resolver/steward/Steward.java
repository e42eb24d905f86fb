package dev.ravel.resolver.steward;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.region.RegionResolution;
import dev.ravel.resolver.region.RegionWriter;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.StoredOperation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What people do to entities. Each operation is one transaction under the same locks as the stream, checks the
 * expected membership version, writes judgements that last, and resolves the component again. Thread-safe.
 *
 * <p>An operation's id is made of the tenant and the idempotency key, so that the same request always is the same
 * operation. A preview takes the same way and writes nothing.
 *
 * <p>All operations throw {@link dev.ravel.resolver.error.ResolutionException} with {@code NOT_FOUND}, {@code
 * VERSION_CONFLICT}, {@code CONTRADICTS_JUDGEMENT}, {@code IDEMPOTENCY_CONFLICT} or {@code INVALID_INPUT}, and write
 * nothing then.
 */
public final class Steward {
    /** The most standardised records remembered between operations. */
    private static final int REMEMBERED_RECORDS = 30_000;

    /** The most records and scored pairs remembered between operations, some 50 bytes each. */
    private static final int REMEMBERED_SCORES = 500_000;

    private static final StewardRequest PREVIEW = new StewardRequest("preview", "preview", "preview");

    private final ResolutionStore store;
    private final StandardRecords standards;
    private final CheapestCut cheapest;
    private final Repetitions repetitions;
    private final RecordOperations records;
    private final IdentifierOperations identifiers;
    private final SecondSteward secondSteward;

    /** A steward's hands, one of whom may merge anything. */
    public Steward(Resolver resolver, ResolutionStore store, Clock clock) {
        this(resolver, store, clock, SecondSteward.NEVER);
    }

    /**
     * A steward's hands.
     *
     * @param clock says when operations happen
     * @param secondSteward which merges a second steward has to confirm
     */
    public Steward(Resolver resolver, ResolutionStore store, Clock clock, SecondSteward secondSteward) {
        this.store = store;
        this.standards = new StandardRecords(resolver.standardiser(), REMEMBERED_RECORDS);
        this.secondSteward = secondSteward;
        this.repetitions = new Repetitions(store);
        RegionWriter regions = new RegionWriter(resolver, new RegionResolution(resolver, REMEMBERED_SCORES));
        this.cheapest = new CheapestCut(regions.resolution());
        this.records = new RecordOperations(resolver, store, clock, standards, regions, repetitions);
        this.identifiers = new IdentifierOperations(resolver, store, clock, standards, regions);
    }

    /**
     * Splits an entity into groups. Writes one NOT_SAME over the groups and SAME within each; records of the entity
     * that no group names go where their links lead.
     *
     * @param groups at least two disjoint, non-empty sets of the entity's records; or one, meant against the rest
     */
    public OperationResult split(
            EntityId entity, long expectedVersion, List<Set<RecordKey>> groups, StewardRequest request) {
        return perform(SplitProposal.of(entity, OptionalLong.of(expectedVersion), groups), request);
    }

    /** What {@link #split} would do now. Writes nothing. */
    public OperationResult previewSplit(EntityId entity, List<Set<RecordKey>> groups) {
        return preview(SplitProposal.of(entity, OptionalLong.empty(), groups));
    }

    /**
     * Parts two records of an entity by the cheapest cut: the accepted links with the least sum of match weights without
     * which no chain leads from one to the other. Writes one NOT_SAME over the two sides; the result tells the cut and the
     * values to blame.
     */
    public OperationResult separate(
            EntityId entity, long expectedVersion, RecordKey a, RecordKey b, StewardRequest request) {
        return perform(separation(entity, OptionalLong.of(expectedVersion), a, b), request);
    }

    /** What {@link #separate} would do now. Writes nothing. */
    public OperationResult previewSeparate(EntityId entity, RecordKey a, RecordKey b) {
        return preview(separation(entity, OptionalLong.empty(), a, b));
    }

    /**
     * Takes one record out of an entity: writes NOT_SAME between it and each of the others. Of the others nothing is
     * said; if nothing but this record holds them together, they part.
     */
    public OperationResult detach(EntityId entity, long expectedVersion, RecordKey record, StewardRequest request) {
        return perform(SplitProposal.detach(entity, OptionalLong.of(expectedVersion), record), request);
    }

    /** What {@link #detach} would do now. Writes nothing. */
    public OperationResult previewDetach(EntityId entity, RecordKey record) {
        return preview(SplitProposal.detach(entity, OptionalLong.empty(), record));
    }

    /**
     * Answers a question of the review queue: writes the verdict over the two records and closes the question. Refused
     * with {@code VERSION_CONFLICT} if it is not open any more, or if another person has claimed it.
     */
    public OperationResult judge(String reviewItem, Verdict verdict, StewardRequest request) {
        return perform(new JudgeProposal(reviewItem, verdict, Optional.of(request.actor()), secondSteward), request);
    }

    /** What {@link #judge} would do now. Writes nothing. */
    public OperationResult previewJudge(String reviewItem, Verdict verdict) {
        return preview(new JudgeProposal(reviewItem, verdict, Optional.empty(), secondSteward));
    }

    /**
     * Merges entities: writes SAME over all their records. A merge that needs a second steward is only proposed: it writes
     * UNSURE over them and asks, and what another steward answers to that by {@link #judge} is done.
     *
     * @param expectedVersions the entities, at least two, with their expected membership versions
     */
    public OperationResult merge(Map<EntityId, Long> expectedVersions, StewardRequest request) {
        SortedMap<EntityId, OptionalLong> entities = new TreeMap<>();
        expectedVersions.forEach((id, version) -> entities.put(id, OptionalLong.of(version)));
        return perform(new MergeProposal(entities, secondSteward), request);
    }

    /** What {@link #merge} would do now. Writes nothing. */
    public OperationResult previewMerge(Set<EntityId> entities) {
        SortedMap<EntityId, OptionalLong> any = new TreeMap<>();
        entities.forEach(id -> any.put(id, OptionalLong.empty()));
        return preview(new MergeProposal(any, secondSteward));
    }

    /**
     * Takes an operation back: its judgements stop standing (or, for an undo, those that it took back stand again)
     * and what depended on them is resolved again. Refused with {@code BLOCKED_BY_LATER_OPERATION} if a later
     * operation on the same records or identifier stands; the message names it.
     */
    public OperationResult undo(String operation, StewardRequest request) {
        return undo(operation, false, request);
    }

    /** What {@link #undo} would do now. Writes nothing. */
    public OperationResult previewUndo(String operation) {
        return previewUndo(operation, false);
    }

    /**
     * Says that an identifier is no evidence, however few carry it, and resolves all that depended on it again. Refused
     * with {@code NOT_FOUND} if no record has ever carried it.
     */
    public OperationResult suppressIdentifier(SharedKey identifier, StewardRequest request) {
        return perform(IdentifierProposal.suppress(identifier), request);
    }

    /** What {@link #suppressIdentifier} would do now. Writes nothing. */
    public OperationResult previewSuppressIdentifier(SharedKey identifier) {
        return identifiers.preview(IdentifierProposal.suppress(identifier), PREVIEW);
    }

    /**
     * Says that an identifier is evidence, however many carry it, and resolves all that depends on it again. To leave it to
     * the rules, undo the operation that suppressed it. Refused with {@code NOT_FOUND} if no record has ever carried it.
     */
    public OperationResult restoreIdentifier(SharedKey identifier, StewardRequest request) {
        return perform(IdentifierProposal.restore(identifier), request);
    }

    /** What {@link #restoreIdentifier} would do now. Writes nothing. */
    public OperationResult previewRestoreIdentifier(SharedKey identifier) {
        return identifiers.preview(IdentifierProposal.restore(identifier), PREVIEW);
    }

    private OperationResult perform(IdentifierProposal proposal, StewardRequest request) {
        return identifiers.perform(proposal, request, repetitions::of);
    }

    private OperationResult undo(String operation, boolean chain, StewardRequest request) {
        StoredOperation undone = stored(operation);
        return undone.identifier().isEmpty()
                ? perform(new UndoProposal(undone, chain), request)
                : perform(IdentifierProposal.undo(undone), request);
    }

    private OperationResult previewUndo(String operation, boolean chain) {
        StoredOperation undone = stored(operation);
        return undone.identifier().isEmpty()
                ? preview(new UndoProposal(undone, chain))
                : identifiers.preview(IdentifierProposal.undo(undone), PREVIEW);
    }

    private StoredOperation stored(String operation) {
        return store.operationById(operation)
                .orElseThrow(() -> new ResolutionException(ErrorCode.NOT_FOUND, "there is no operation " + operation));
    }

    /**
     * Takes an operation back and with it all later ones that stand on its records, on theirs, and so on: these records
     * are judged then as they were before it. Operations on identifiers are taken back one by one.
     */
    public OperationResult undoChain(String operation, StewardRequest request) {
        return undo(operation, true, request);
    }

    /** What {@link #undoChain} would do now. Writes nothing. */
    public OperationResult previewUndoChain(String operation) {
        return previewUndo(operation, true);
    }

    private SeparateProposal separation(EntityId entity, OptionalLong expectedVersion, RecordKey a, RecordKey b) {
        if (a.equals(b)) {
            throw new ResolutionException(ErrorCode.INVALID_INPUT, a + " is one record: name two");
        }
        return new SeparateProposal(entity, expectedVersion, RecordPair.of(a, b), cheapest, standards);
    }

    /** What was done under an idempotency key, as if it were asked for again; empty if nothing was. */
    Optional<OperationResult> done(String idempotencyKey) {
        return repetitions.of(idempotencyKey);
    }

    private OperationResult perform(Proposal proposal, StewardRequest request) {
        return records.perform(proposal, request);
    }

    private OperationResult preview(Proposal proposal) {
        return records.preview(proposal, PREVIEW);
    }
}
