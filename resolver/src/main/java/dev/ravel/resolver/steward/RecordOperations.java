package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
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
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Carries out operations on records: one transaction that rules, judges, keeps the evidence of its time, resolves the
 * components again, and settles the questions that this answers or raises. Thread-safe.
 */
final class RecordOperations {
    /** The most pairs that a judgement keeps as the evidence of its time. */
    private static final int MOST_EVIDENCE = 10;

    private final Resolver resolver;
    private final ResolutionStore store;
    private final Clock clock;
    private final StandardRecords standards;
    private final RegionWriter regions;
    private final Repetitions repetitions;

    RecordOperations(
            Resolver resolver,
            ResolutionStore store,
            Clock clock,
            StandardRecords standards,
            RegionWriter regions,
            Repetitions repetitions) {
        this.resolver = resolver;
        this.store = store;
        this.clock = clock;
        this.standards = standards;
        this.regions = regions;
        this.repetitions = repetitions;
    }

    /** Carries a proposal out, once for each idempotency key. */
    OperationResult perform(Proposal proposal, StewardRequest request) {
        Fingerprint fingerprint = Fingerprint.of(resolver.settings().tenant(), proposal, request);
        Optional<Supplier<Undone>> undone = proposal.askUndone(store);
        return store.inStewardsTransaction(transaction -> {
            Supplier<Optional<StoredOperation>> asked =
                    transaction.askOperationByIdempotencyKey(request.idempotencyKey());
            Ruling ruling;
            try {
                ruling = proposal.rule(transaction, store);
            } catch (ResolutionException refused) {
                // What a repeated request finds in its way is what it did itself.
                return transaction
                        .operationByIdempotencyKey(request.idempotencyKey())
                        .map(done -> repetitions.of(done, fingerprint))
                        .orElseThrow(() -> refused);
            }
            Optional<StoredOperation> done = asked.get();
            if (done.isPresent()) {
                return repetitions.of(done.get(), fingerprint);
            }
            GraphChange.Builder write = new GraphChange.Builder();
            Instant at = recordedTime(ruling);
            OperationResult result = carryOut(transaction, proposal, ruling, undone, request, fingerprint, at, write);
            transaction.write(write.build(at));
            return result;
        });
    }

    /** What a proposal would do now. Writes nothing. */
    OperationResult preview(Proposal proposal, StewardRequest request) {
        Fingerprint fingerprint = Fingerprint.of(resolver.settings().tenant(), proposal, request);
        Optional<Supplier<Undone>> undone = proposal.askUndone(store);
        return store.inTransaction(transaction -> {
            Ruling ruling = proposal.rule(transaction, store);
            return carryOut(
                    transaction,
                    proposal,
                    ruling,
                    undone,
                    request,
                    fingerprint,
                    recordedTime(ruling),
                    new GraphChange.Builder());
        });
    }

    private OperationResult carryOut(
            ResolutionTransaction transaction,
            Proposal proposal,
            Ruling ruling,
            Optional<Supplier<Undone>> asked,
            StewardRequest request,
            Fingerprint fingerprint,
            Instant at,
            GraphChange.Builder write) {
        String id = fingerprint.operation();
        List<Match> matches = ruling.region().matches().get();
        List<Judgement> made = withEvidence(matches, judgements(ruling, id, request, at));
        List<Judgement> standing = new ArrayList<>(ruling.remaining());
        Contradictions.refuse(standing, ruling.awaitsSecond() ? confirmed(made) : made);
        standing.addAll(made);
        List<LiveRecord> records = standards.live(ruling.region().records().values());
        List<String> undoes = ruling.undoes();
        Undone undone = asked.map(Supplier::get).orElseGet(() -> Undone.read(store, ruling.taken()));
        RegionOutcome outcome = regions.resolve(
                transaction,
                ruling.region(),
                matches,
                RegionChange.ofJudgements(records, standing, undone.earlier(), id),
                at,
                write);
        StoredOperation operation = new StoredOperation(
                id,
                ruling.awaitsSecond() ? StoredOperation.PROPOSE : proposal.kind(),
                request.idempotencyKey(),
                fingerprint.hex(),
                request.actor(),
                request.reason(),
                at,
                outcome.changed().stream().map(entity -> entity.id().value()).toList(),
                undoes.isEmpty() ? "" : undoes.get(0),
                undoes.stream().skip(1).toList(),
                "");
        write.judgements.addAll(made);
        made.forEach(judgement -> ReviewItem.due(judgement).ifPresent(write.reviewOpened::add));
        ruling.superseded().forEach(stored -> {
            String fallen = stored.judgement().id();
            write.superseded.add(fallen);
            write.reviewClosed.add(new ReviewClosing(ReviewItem.idOfJudgement(fallen), id));
        });
        write.operation = Optional.of(operation);
        answered(transaction, made).forEach(item -> write.reviewClosed.add(new ReviewClosing(item.id(), id)));
        write.reviewOpened.addAll(
                undone.auditsToAskAgain(store, undoes, ruling.region().records().keySet(), standing));
        if (ruling.awaitsSecond()) {
            write.reviewOpened.add(ReviewItem.ofProposal(made.get(0)));
        }
        undoes.forEach(taken -> write.reviewClosed.add(new ReviewClosing(ReviewItem.idOfProposal(taken), id)));
        ruling.answers().forEach(item -> write.reviewClosed.add(new ReviewClosing(item, id)));
        return new OperationResult(
                operation,
                before(ruling, outcome),
                outcome.changed(),
                outcome.events(),
                List.of(),
                ruling.cut(),
                false);
    }

    /** The questions of audits that these judgements answer, asked or not. */
    private static List<ReviewItem> answered(ResolutionTransaction transaction, List<Judgement> made) {
        SortedSet<RecordKey> named = new TreeSet<>();
        made.forEach(judgement -> named.addAll(judgement.records()));
        return named.isEmpty()
                ? List.of()
                : transaction.openAudits(named).stream()
                        .filter(item -> made.stream()
                                .anyMatch(judgement ->
                                        item.pair().flatMap(judgement::on).isPresent()))
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
    private static List<Judgement> withEvidence(List<Match> matches, List<Judgement> made) {
        if (made.isEmpty()) {
            return made;
        }
        List<Match> kept = new ArrayList<>(matches);
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

    /** After the last event of every entity and after every judgement concerned, so that operations are in order. */
    private Instant recordedTime(Ruling ruling) {
        Instant at = RegionWriter.recordedTime(clock.instant(), ruling.region());
        for (Judgement judgement : ruling.region().standing()) {
            Instant earliest = judgement.at().plus(1, ChronoUnit.MICROS);
            at = at.isBefore(earliest) ? earliest : at;
        }
        return at;
    }
}
