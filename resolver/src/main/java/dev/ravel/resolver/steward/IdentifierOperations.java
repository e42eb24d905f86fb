package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.region.RegionWriter;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.steward.IdentifierProposal.Decision;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.ReviewClosing;
import dev.ravel.resolver.store.StoredOperation;
import dev.ravel.resolver.stream.IdentifierSettler;
import dev.ravel.resolver.stream.SettledIdentifiers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Carries out what stewards ask for about identifiers, each in one transaction. */
final class IdentifierOperations {
    /** The most attempts, if others rule on the same identifier meanwhile. */
    private static final int MAX_ATTEMPTS = 20;

    private final String tenant;
    private final ResolutionStore store;
    private final Clock clock;
    private final IdentifierSettler settler;

    IdentifierOperations(
            Resolver resolver, ResolutionStore store, Clock clock, StandardRecords standards, RegionWriter regions) {
        this.tenant = resolver.settings().tenant();
        this.store = store;
        this.clock = clock;
        this.settler = new IdentifierSettler(resolver, standards, regions);
    }

    /** What an operation does beyond its attempt to lock: a result, or that it was done before. */
    interface Repetition {
        OperationResult of(StoredOperation done, Fingerprint fingerprint);
    }

    OperationResult perform(IdentifierProposal proposal, StewardRequest request, Repetition repetition) {
        Fingerprint fingerprint = Fingerprint.of(tenant, proposal.kind(), proposal.terms(), request);
        return attempts(proposal, transaction -> {
            Optional<StoredOperation> done = transaction.operationByIdempotencyKey(request.idempotencyKey());
            if (done.isPresent()) {
                return Optional.of(repetition.of(done.get(), fingerprint));
            }
            GraphChange.Builder write = new GraphChange.Builder();
            Optional<OperationResult> result = carryOut(transaction, proposal, request, fingerprint, write);
            result.ifPresent(operation ->
                    transaction.write(write.build(operation.operation().at())));
            return result;
        });
    }

    OperationResult preview(IdentifierProposal proposal, StewardRequest request) {
        Fingerprint fingerprint = Fingerprint.of(tenant, proposal.kind(), proposal.terms(), request);
        return attempts(
                proposal,
                transaction -> carryOut(transaction, proposal, request, fingerprint, new GraphChange.Builder()));
    }

    private interface Attempt {
        Optional<OperationResult> in(ResolutionTransaction transaction);
    }

    private OperationResult attempts(IdentifierProposal proposal, Attempt attempt) {
        if (!store.keyStates(List.of(proposal.identifier())).containsKey(proposal.identifier())) {
            throw new ResolutionException(ErrorCode.NOT_FOUND, "no record has ever carried " + proposal.identifier());
        }
        for (int attempts = 0; attempts < MAX_ATTEMPTS; attempts++) {
            Optional<OperationResult> result = store.inStewardsTransaction(attempt::in);
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new ResolutionException(
                ErrorCode.STORE_UNAVAILABLE,
                "others kept ruling on " + proposal.identifier() + " in " + MAX_ATTEMPTS
                        + " attempts; nothing was written: try again");
    }

    private Optional<OperationResult> carryOut(
            ResolutionTransaction transaction,
            IdentifierProposal proposal,
            StewardRequest request,
            Fingerprint fingerprint,
            GraphChange.Builder write) {
        // Its judgements change only under the identifier's lock: they are read before and after it is taken.
        SortedMap<SharedKey, Decision> decisions = proposal.decide(store);
        SortedMap<SharedKey, IdentifierRuling> rulings = new TreeMap<>();
        decisions.forEach((identifier, decision) -> rulings.put(identifier, decision.ruling()));
        SettledIdentifiers settled = settler.settle(
                transaction,
                rulings,
                Undone.membersBefore(store, proposal.undone().stream().toList()),
                fingerprint.operation(),
                earliest(decisions.values()),
                write);
        if (!proposal.decide(store).equals(decisions)) {
            return Optional.empty();
        }
        StoredOperation operation = operation(proposal, request, fingerprint, settled);
        decisions.forEach((identifier, decision) -> judge(identifier, decision, operation, request, write));
        write.operation = Optional.of(operation);
        return Optional.of(new OperationResult(
                operation,
                before(settled),
                settled.outcome().changed(),
                settled.outcome().events(),
                settled.states(),
                Optional.empty(),
                false));
    }

    private static void judge(
            SharedKey identifier,
            Decision decision,
            StoredOperation operation,
            StewardRequest request,
            GraphChange.Builder write) {
        decision.falls().map(stored -> stored.judgement().id()).ifPresent(fallen -> {
            write.identifierJudgementsSuperseded.add(fallen);
            write.reviewClosed.add(new ReviewClosing(ReviewItem.idOfJudgement(fallen), operation.id()));
        });
        if (decision.ruling() != IdentifierRuling.NONE) {
            IdentifierJudgement made = new IdentifierJudgement(
                    operation.id() + '/' + write.identifierJudgements.size(),
                    operation.id(),
                    identifier,
                    decision.ruling(),
                    request.actor(),
                    request.reason(),
                    operation.at(),
                    request.ticket(),
                    request.reviewAt());
            write.identifierJudgements.add(made);
            ReviewItem.due(made).ifPresent(write.reviewOpened::add);
        }
    }

    /** Now, but after the last operation on the identifiers, so that these are in order. */
    private Instant earliest(Collection<Decision> decisions) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant after = decisions.stream()
                .map(Decision::after)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return now.isAfter(after) ? now : after.plus(1, ChronoUnit.MICROS);
    }

    private static StoredOperation operation(
            IdentifierProposal proposal, StewardRequest request, Fingerprint fingerprint, SettledIdentifiers settled) {
        return new StoredOperation(
                fingerprint.operation(),
                proposal.kind(),
                request.idempotencyKey(),
                fingerprint.hex(),
                request.actor(),
                request.reason(),
                settled.at(),
                settled.outcome().changed().stream()
                        .map(entity -> entity.id().value())
                        .toList(),
                proposal.undone().map(StoredOperation::id).orElse(""),
                List.of(),
                proposal.identifier().text());
    }

    private static List<Entity> before(SettledIdentifiers settled) {
        Set<EntityId> changed = new HashSet<>();
        settled.outcome().changed().forEach(entity -> changed.add(entity.id()));
        return settled.region().entities().values().stream()
                .filter(entity -> changed.contains(entity.id()))
                .toList();
    }
}
