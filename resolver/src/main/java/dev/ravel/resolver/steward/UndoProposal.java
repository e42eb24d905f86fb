package dev.ravel.resolver.steward;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.steward.Ruling.Finding;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An operation is taken back: its judgements fall. Those that it took back itself are made again, as new judgements of
 * the undo: a judgement that fell never stands up again.
 *
 * @param operation the id of the operation
 */
record UndoProposal(String operation) implements Proposal {
    @Override
    public String kind() {
        return "undo";
    }

    @Override
    public List<String> terms() {
        return List.of(operation);
    }

    @Override
    public Ruling rule(ResolutionTransaction transaction, EntityReader reader) {
        StoredOperation undone = reader.operationById(operation)
                .orElseThrow(() -> new ResolutionException(ErrorCode.NOT_FOUND, "there is no operation " + operation));
        List<StoredJudgement> own = transaction.operation(operation);
        List<StoredJudgement> takenBack = undone.undoes().isEmpty()
                ? List.of()
                : transaction.operation(undone.undoes()).stream()
                        .filter(stored -> stored.supersededBy().equals(operation))
                        .toList();
        SortedSet<RecordKey> named = new TreeSet<>();
        own.forEach(stored -> named.addAll(stored.judgement().records()));
        takenBack.forEach(stored -> named.addAll(stored.judgement().records()));
        StoredRegion region = EntityLocks.lock(transaction, named);
        // Judgements of these records change only under the lock: what was read before it is read again.
        List<StoredJudgement> locked = transaction.operation(operation);
        requireStanding(locked);
        requireLast(undone, region.standing(), named);
        List<Finding> again = new ArrayList<>();
        takenBack.forEach(stored -> again.add(Finding.of(stored.judgement())));
        return new Ruling(region, again, locked, operation);
    }

    private void requireStanding(List<StoredJudgement> own) {
        own.stream().filter(stored -> !stored.stands()).findFirst().ifPresent(stored -> {
            throw new ResolutionException(
                    ErrorCode.BLOCKED_BY_LATER_OPERATION,
                    operation + " has been taken back already, by " + stored.supersededBy()
                            + ": undo that one to have it again");
        });
    }

    private void requireLast(StoredOperation undone, List<Judgement> standing, SortedSet<RecordKey> named) {
        SortedSet<String> later = new TreeSet<>();
        for (Judgement judgement : standing) {
            if (!judgement.operation().equals(operation)
                    && judgement.at().isAfter(undone.at())
                    && judgement.records().stream().anyMatch(named::contains)) {
                later.add(judgement.operation());
            }
        }
        if (!later.isEmpty()) {
            throw new ResolutionException(
                    ErrorCode.BLOCKED_BY_LATER_OPERATION,
                    "later operations on the same records stand: " + String.join(", ", later) + ". Undo these before "
                            + operation);
        }
    }
}
