package dev.ravel.resolver.steward;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoredIdentifierJudgement;
import dev.ravel.resolver.store.StoredOperation;
import java.util.List;
import java.util.Optional;

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
     */
    record Decision(IdentifierRuling ruling, Optional<StoredIdentifierJudgement> falls) {}

    /**
     * Decides from the judgements of the identifier, which change only under its lock.
     *
     * @throws ResolutionException if it cannot be done
     */
    Decision decide(EntityReader reader) {
        List<StoredIdentifierJudgement> all = reader.judgementsOf(identifier);
        Optional<StoredIdentifierJudgement> standing =
                all.stream().filter(StoredIdentifierJudgement::stands).findFirst();
        if (undone.isPresent()) {
            return takeBack(reader, undone.get().id(), all, standing);
        }
        IdentifierRuling ruling = kind.equals("suppress") ? IdentifierRuling.SUPPRESSED : IdentifierRuling.TRUSTED;
        standing.filter(stored -> stored.judgement().ruling() == ruling).ifPresent(stored -> {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT,
                    identifier + " is " + ruling + " already, by "
                            + stored.judgement().actor() + " ("
                            + stored.judgement().reason() + ", operation "
                            + stored.judgement().operation() + ")");
        });
        return new Decision(ruling, standing);
    }

    private Decision takeBack(
            EntityReader reader,
            String operation,
            List<StoredIdentifierJudgement> all,
            Optional<StoredIdentifierJudgement> standing) {
        String last = standing.map(stored -> stored.judgement().operation())
                .orElseGet(() -> all.isEmpty() ? "" : all.get(all.size() - 1).supersededBy());
        if (!last.equals(operation) && !broughtBack(reader, last, all).equals(operation)) {
            throw new ResolutionException(
                    ErrorCode.BLOCKED_BY_LATER_OPERATION,
                    "a later operation on " + identifier + " stands: " + last + ". Undo it before " + operation);
        }
        IdentifierRuling before = all.stream()
                .filter(stored -> stored.supersededBy().equals(operation))
                .map(stored -> stored.judgement().ruling())
                .findFirst()
                .orElse(IdentifierRuling.NONE);
        return new Decision(before, standing);
    }

    /**
     * The operation whose ruling holds since others were taken back: an undo rules again what was ruled before what it took
     * back.
     */
    private static String broughtBack(EntityReader reader, String last, List<StoredIdentifierJudgement> all) {
        String operation = last;
        while (true) {
            String undone =
                    reader.operationById(operation).map(StoredOperation::undoes).orElse("");
            Optional<String> before = all.stream()
                    .filter(stored -> !undone.isEmpty() && stored.supersededBy().equals(undone))
                    .map(stored -> stored.judgement().operation())
                    .findFirst();
            if (before.isEmpty()) {
                return operation;
            }
            operation = before.get();
        }
    }
}
