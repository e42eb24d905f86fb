package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.region.RegionChange;
import dev.ravel.resolver.region.RegionOutcome;
import dev.ravel.resolver.region.RegionWriter;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.steward.Ruling.Finding;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.ReviewClosing;
import dev.ravel.resolver.store.StoredOperation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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
    private static final int REMEMBERED_RECORDS = 5_000;

    /** The most pairs that a judgement keeps as the evidence of its time. */
    private static final int MOST_EVIDENCE = 10;

    /** The most events of an entity that are looked through for those of a repeated operation. */
    private static final int MAX_EVENTS_SEARCHED = 10_000;

    private static final StewardRequest PREVIEW = new StewardRequest("preview", "preview", "preview");

    private final Resolver resolver;
    private final ResolutionStore store;
    private final Clock clock;
    private final StandardRecords standards;
    private final RegionWriter regions;
    private final CheapestCut cheapest;
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
        this.resolver = resolver;
        this.store = store;
        this.clock = clock;
        this.standards = new StandardRecords(resolver.standardiser(), REMEMBERED_RECORDS);
        this.regions = new RegionWriter(resolver);
        this.cheapest = new CheapestCut(resolver);
        this.secondSteward = secondSteward;
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
        Optional<IdentifierProposal> onIdentifier = undoOnIdentifier(operation);
        return onIdentifier.isPresent()
                ? perform(onIdentifier.get(), request)
                : perform(new UndoProposal(operation, false), request);
    }

    /** What {@link #undo} would do now. Writes nothing. */
    public OperationResult previewUndo(String operation) {
        return undoOnIdentifier(operation)
                .map(proposal -> identifiers.preview(proposal, PREVIEW))
                .orElseGet(() -> preview(new UndoProposal(operation, false)));
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
        return identifiers.perform(proposal, request, this::repeated);
    }

    private Optional<IdentifierProposal> undoOnIdentifier(String operation) {
        return store.operationById(operation)
                .filter(stored -> !stored.identifier().isEmpty())
                .map(IdentifierProposal::undo);
    }

    /**
     * Takes an operation back and with it all later ones that stand on its records, on theirs, and so on: these records
     * are judged then as they were before it. Operations on identifiers are taken back one by one.
     */
    public OperationResult undoChain(String operation, StewardRequest request) {
        if (undoOnIdentifier(operation).isPresent()) {
            return undo(operation, request);
        }
        return perform(new UndoProposal(operation, true), request);
    }

    /** What {@link #undoChain} would do now. Writes nothing. */
    public OperationResult previewUndoChain(String operation) {
        if (undoOnIdentifier(operation).isPresent()) {
            return previewUndo(operation);
        }
        return preview(new UndoProposal(operation, true));
    }

    private SeparateProposal separation(EntityId entity, OptionalLong expectedVersion, RecordKey a, RecordKey b) {
        if (a.equals(b)) {
            throw new ResolutionException(ErrorCode.INVALID_INPUT, a + " is one record: name two");
        }
        return new SeparateProposal(entity, expectedVersion, RecordPair.of(a, b), cheapest, standards);
    }

    private OperationResult perform(Proposal proposal, StewardRequest request) {
        Fingerprint fingerprint = Fingerprint.of(resolver.settings().tenant(), proposal, request);
        return store.inTransaction(transaction -> {
            Optional<StoredOperation> done = transaction.operationByIdempotencyKey(request.idempotencyKey());
            if (done.isPresent()) {
                return repeated(done.get(), fingerprint);
            }
            GraphChange.Builder write = new GraphChange.Builder();
            Ruling ruling = proposal.rule(transaction, store);
            Instant at = recordedTime(ruling);
            OperationResult result = carryOut(transaction, proposal, ruling, request, fingerprint, at, write);
            transaction.write(write.build(at));
            return result;
        });
    }

    private OperationResult preview(Proposal proposal) {
        Fingerprint fingerprint = Fingerprint.of(resolver.settings().tenant(), proposal, PREVIEW);
        return store.inTransaction(transaction -> {
            Ruling ruling = proposal.rule(transaction, store);
            return carryOut(
                    transaction,
                    proposal,
                    ruling,
                    PREVIEW,
                    fingerprint,
                    recordedTime(ruling),
                    new GraphChange.Builder());
        });
    }

    private OperationResult carryOut(
            ResolutionTransaction transaction,
            Proposal proposal,
            Ruling ruling,
            StewardRequest request,
            Fingerprint fingerprint,
            Instant at,
            GraphChange.Builder write) {
        String id = fingerprint.operation();
        List<Judgement> made = withEvidence(transaction, judgements(ruling, id, request, at));
        List<Judgement> standing = new ArrayList<>(ruling.remaining());
        Contradictions.refuse(standing, ruling.awaitsSecond() ? confirmed(made) : made);
        standing.addAll(made);
        List<LiveRecord> records = new ArrayList<>();
        ruling.region().records().values().forEach(stored -> records.add(standards.live(stored)));
        RegionOutcome outcome = regions.resolve(
                transaction, ruling.region(), RegionChange.ofJudgements(records, standing, id), at, write);
        StoredOperation operation = new StoredOperation(
                id,
                ruling.awaitsSecond() ? StoredOperation.PROPOSE : proposal.kind(),
                request.idempotencyKey(),
                fingerprint.hex(),
                request.actor(),
                request.reason(),
                at,
                outcome.changed().stream().map(entity -> entity.id().value()).toList(),
                ruling.undoes().isEmpty() ? "" : ruling.undoes().get(0),
                ruling.undoes().stream().skip(1).toList(),
                "");
        write.judgements.addAll(made);
        made.forEach(judgement -> dueItem(judgement).ifPresent(write.reviewOpened::add));
        ruling.superseded().forEach(stored -> {
            String fallen = stored.judgement().id();
            write.superseded.add(fallen);
            write.reviewClosed.add(new ReviewClosing(ReviewItem.idOfJudgement(fallen), id));
        });
        write.operation = Optional.of(operation);
        answered(transaction, made).forEach(item -> write.reviewClosed.add(new ReviewClosing(item.id(), id)));
        if (ruling.awaitsSecond()) {
            write.reviewOpened.add(ReviewItem.ofProposal(id, twoOf(made.get(0)).orElseThrow()));
        }
        ruling.undoes()
                .forEach(undone -> write.reviewClosed.add(new ReviewClosing(ReviewItem.idOfProposal(undone), id)));
        ruling.answers().forEach(item -> write.reviewClosed.add(new ReviewClosing(item, id)));
        return new OperationResult(
                operation, before(ruling, outcome), outcome.changed(), outcome.events(), ruling.cut(), false);
    }

    /** The questions of audits that these judgements answer, asked or not. */
    private static List<ReviewItem> answered(ResolutionTransaction transaction, List<Judgement> made) {
        SortedSet<RecordKey> named = new TreeSet<>();
        made.forEach(judgement -> named.addAll(judgement.records()));
        return named.isEmpty()
                ? List.of()
                : transaction.openAudits(named).stream()
                        .filter(item -> made.stream()
                                .anyMatch(judgement -> judgement.on(item.pair()).isPresent()))
                        .toList();
    }

    private static List<Entity> before(Ruling ruling, RegionOutcome outcome) {
        Set<EntityId> changed = new HashSet<>();
        outcome.changed().forEach(entity -> changed.add(entity.id()));
        return ruling.region().entities().values().stream()
                .filter(entity -> changed.contains(entity.id()))
                .toList();
    }

    private static List<Judgement> judgements(Ruling ruling, String operation, StewardRequest request, Instant at) {
        List<Judgement> made = new ArrayList<>();
        for (Finding finding : ruling.findings()) {
            made.add(new Judgement(
                    operation + '/' + made.size(),
                    operation,
                    finding.verdict(),
                    finding.groups(),
                    request.actor(),
                    request.reason(),
                    at,
                    request.ticket(),
                    request.reviewAt(),
                    List.of()));
        }
        return made;
    }

    /** The judgements with what the graph, locked, has to say of their records before they are made. */
    private static List<Judgement> withEvidence(ResolutionTransaction transaction, List<Judgement> made) {
        SortedSet<RecordKey> named = new TreeSet<>();
        made.forEach(judgement -> named.addAll(judgement.records()));
        if (named.isEmpty()) {
            return made;
        }
        List<Match> kept = new ArrayList<>(transaction.matches(named));
        kept.sort(Comparator.comparingDouble(Match::weight).reversed().thenComparing(Match::pair));
        return made.stream()
                .map(judgement -> judgement.withEvidence(kept.stream()
                        .filter(match -> judgement.on(match.pair()).isPresent())
                        .limit(MOST_EVIDENCE)
                        .map(match -> String.format(
                                Locale.ROOT,
                                "%s %.1f %s %s: %s",
                                match.pair(),
                                match.weight(),
                                match.status(),
                                match.rule(),
                                match.evidence()))
                        .toList()))
                .toList();
    }

    /** What a proposal would have judged if a second steward had not to confirm it. */
    private static List<Judgement> confirmed(List<Judgement> proposed) {
        return proposed.stream()
                .map(judgement -> new Judgement(
                        judgement.id(),
                        judgement.operation(),
                        Verdict.SAME,
                        judgement.groups(),
                        judgement.actor(),
                        judgement.reason(),
                        judgement.at()))
                .toList();
    }

    /** The question that comes up on the day on which a judgement is to be looked at again. */
    private static Optional<ReviewItem> dueItem(Judgement judgement) {
        return twoOf(judgement)
                .flatMap(pair -> judgement.reviewAt().map(day -> ReviewItem.ofJudgement(judgement.id(), pair, day)));
    }

    /** Two records of a judgement, on two sides if it has sides; empty if it names one. */
    private static Optional<RecordPair> twoOf(Judgement judgement) {
        List<RecordKey> apart =
                judgement.groups().stream().map(SortedSet::first).limit(2).toList();
        List<RecordKey> two = apart.size() == 2
                ? apart
                : judgement.records().stream().limit(2).toList();
        return two.size() < 2 ? Optional.empty() : Optional.of(RecordPair.of(two.get(0), two.get(1)));
    }

    /** After the last event of every entity and after every judgement concerned, so that operations are in order. */
    private Instant recordedTime(Ruling ruling) {
        Instant at = RegionWriter.recordedTime(clock.instant(), ruling.region());
        for (Judgement judgement : ruling.region().standing()) {
            Instant earliest = judgement.at().plus(1, ChronoUnit.MICROS);
            at = at.isBefore(earliest) ? earliest : at;
        }
        return at;
    }

    private OperationResult repeated(StoredOperation done, Fingerprint fingerprint) {
        if (!done.fingerprint().equals(fingerprint.hex())) {
            throw new ResolutionException(
                    ErrorCode.IDEMPOTENCY_CONFLICT,
                    "the idempotency key " + done.idempotencyKey() + " was used for another request, operation "
                            + done.id() + ": use a new key");
        }
        return again(done);
    }

    /** What was done under an idempotency key, as if it were asked for again; empty if nothing was. */
    Optional<OperationResult> done(String idempotencyKey) {
        return store.inTransaction(transaction -> transaction.operationByIdempotencyKey(idempotencyKey))
                .map(this::again);
    }

    private OperationResult again(StoredOperation done) {
        List<EntityId> ids = done.entities().stream().map(EntityId::new).toList();
        List<Entity> entities = store.entities(ids);
        List<LineageEvent> events = new ArrayList<>();
        for (EntityId id : ids) {
            store.events(id, 0, MAX_EVENTS_SEARCHED).stream()
                    .filter(event -> event.cause().equals(done.id()))
                    .forEach(events::add);
        }
        return new OperationResult(done, List.of(), entities, events, Optional.empty(), true);
    }
}
