package dev.ravel.resolver.steward;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoredIdentifierJudgement;
import dev.ravel.resolver.store.StoredOperation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a steward asks for about an identifier.
 *
 * @param kind {@code suppress}, {@code restore} or {@code undo}
 * @param identifier the identifier
 * @param undone the operation taken back, if one is
 */
record IdentifierProposal(String kind, SharedKey identifier, Optional<StoredOperation> undone) {
    static IdentifierProposal suppress(SharedKey identifier) {
        return new IdentifierProposal("suppress", identifier, Optional.empty());
    }

    static IdentifierProposal restore(SharedKey identifier) {
        return new IdentifierProposal("restore", identifier, Optional.empty());
    }

    static IdentifierProposal undo(StoredOperation operation) {
        return new IdentifierProposal("undo", SharedKey.parse(operation.identifier()), Optional.of(operation));
    }

    List<String> terms() {
        return undone.map(operation -> List.of(operation.id())).orElse(List.of(identifier.text()));
    }

    /**
     * What is to hold of the identifier.
     *
     * @param ruling what a person says of it from now on
     * @param falls the judgement that stood, if one did
     * @param after when the last operation on it happened
     */
    record Decision(IdentifierRuling ruling, Optional<StoredIdentifierJudgement> falls, Instant after) {}

    /**
     * Decides from the history of the identifier, which goes on only under its lock. What is taken back is so of each
     * identifier that the value has become since.
     *
     * @return what is to hold of each identifier
     * @throws ResolutionException if it cannot be done
     */
    SortedMap<SharedKey, Decision> decide(EntityReader reader) {
        SortedMap<SharedKey, Decision> decisions = new TreeMap<>();
        for (SharedKey one : identifiers(reader)) {
            IdentifierHistory history = IdentifierHistory.of(reader, one);
            decisions.put(one, new Decision(ruling(one, history), history.standing(), history.lastAt()));
        }
        return decisions;
    }

    private SortedSet<SharedKey> identifiers(EntityReader reader) {
        SortedSet<SharedKey> identifiers = new TreeSet<>(Set.of(identifier));
        undone.ifPresent(operation -> reader.identifierJudgementsOf(operation.id())
                .forEach(stored -> identifiers.add(stored.judgement().identifier())));
        return identifiers;
    }

    private IdentifierRuling ruling(SharedKey one, IdentifierHistory history) {
        if (undone.isPresent()) {
            String operation = undone.get().id();
            return history.rulingWithout(operation)
                    .orElseThrow(() -> new ResolutionException(
                            ErrorCode.BLOCKED_BY_LATER_OPERATION,
                            "a later operation on " + one + " stands: "
                                    + history.last().map(StoredOperation::id).orElse("") + ". Undo it before "
                                    + operation));
        }
        IdentifierRuling ruling = kind.equals("suppress") ? IdentifierRuling.SUPPRESSED : IdentifierRuling.TRUSTED;
        // One that is to be looked at again may be confirmed.
        history.standing()
                .map(StoredIdentifierJudgement::judgement)
                .filter(said -> said.ruling() == ruling && said.reviewAt().isEmpty())
                .ifPresent(said -> {
                    throw new ResolutionException(
                            ErrorCode.INVALID_INPUT,
                            identifier + " is " + ruling + " already, by " + said.actor() + " (" + said.reason()
                                    + ", operation " + said.operation() + ")");
                });
        return ruling;
    }
}
