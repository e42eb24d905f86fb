package dev.ravel.resolver.decision;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.KeyMove;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StoredOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The judgements of records and of identifiers that stand, with the operations that made them.
 *
 * @param operations the operations, ascending by id
 * @param judgements the standing judgements of records, ascending by id
 * @param rulings the standing judgements of identifiers, ascending by id
 */
public record Decisions(
        List<StoredOperation> operations, List<Judgement> judgements, List<IdentifierJudgement> rulings) {
    /** Nobody has decided anything. */
    public static final Decisions NONE = new Decisions(List.of(), List.of(), List.of());

    private static final int PAGE = 1_000;

    public Decisions {
        operations = List.copyOf(operations);
        judgements = List.copyOf(judgements);
        rulings = List.copyOf(rulings);
    }

    /** All that stands in a graph. What is decided meanwhile may be in it or not. */
    public static Decisions of(EntityReader reader) {
        List<Judgement> judgements = new ArrayList<>();
        List<Judgement> page = reader.standingJudgements("", PAGE);
        while (!page.isEmpty()) {
            judgements.addAll(page);
            page = reader.standingJudgements(page.get(page.size() - 1).id(), PAGE);
        }
        List<IdentifierJudgement> rulings = new ArrayList<>();
        List<IdentifierJudgement> some = reader.standingIdentifierJudgements("", PAGE);
        while (!some.isEmpty()) {
            rulings.addAll(some);
            some = reader.standingIdentifierJudgements(some.get(some.size() - 1).id(), PAGE);
        }
        SortedMap<String, StoredOperation> operations = new TreeMap<>();
        judgements.forEach(judgement -> addOperation(reader, judgement.operation(), operations));
        rulings.forEach(ruling -> addOperation(reader, ruling.operation(), operations));
        return new Decisions(List.copyOf(operations.values()), judgements, rulings);
    }

    private static void addOperation(EntityReader reader, String id, SortedMap<String, StoredOperation> operations) {
        if (!operations.containsKey(id)) {
            reader.operationById(id).ifPresent(operation -> operations.put(id, operation));
        }
    }

    /** Whether nobody has decided anything. */
    public boolean isEmpty() {
        return judgements.isEmpty() && rulings.isEmpty();
    }

    /** What was ruled of each identifier. */
    public Map<SharedKey, IdentifierRuling> byIdentifier() {
        Map<SharedKey, IdentifierRuling> byIdentifier = new TreeMap<>();
        rulings.forEach(ruling -> byIdentifier.put(ruling.identifier(), ruling.ruling()));
        return byIdentifier;
    }

    /**
     * Brings the decisions into a graph, in one transaction, with the operations that made them, so that they can be undone
     * there too. A graph that has them all is left alone.
     *
     * @return how many judgements the graph did not have
     * @throws ResolutionException with {@code INVALID_INPUT} if the graph has records already and does not have all of them:
     *     what is there would have to be resolved again
     */
    public int bringInto(ResolutionStore store) {
        Decisions there = of(store);
        List<Judgement> newJudgements = judgements.stream()
                .filter(judgement -> !there.judgements().contains(judgement))
                .toList();
        List<IdentifierJudgement> newRulings = rulings.stream()
                .filter(ruling -> !there.rulings().contains(ruling))
                .toList();
        int missing = newJudgements.size() + newRulings.size();
        if (missing == 0) {
            return 0;
        }
        if (store.counts().liveRecords() > 0) {
            throw notEmpty(missing);
        }
        return store.inTransaction(transaction -> {
            SortedSet<RecordKey> named = new TreeSet<>();
            newJudgements.forEach(judgement -> named.addAll(judgement.records()));
            // From here on, nobody stores what they name until they are there to be found.
            if (!named.isEmpty()
                    && transaction.reserveRecords(named).values().stream().anyMatch(stored -> !stored.deleted())) {
                throw notEmpty(missing);
            }
            write(transaction, newJudgements, newRulings, there);
            return missing;
        });
    }

    private static ResolutionException notEmpty(int missing) {
        return new ResolutionException(
                ErrorCode.INVALID_INPUT,
                "the graph has records and does not know " + missing
                        + " of these judgements: load into an empty graph,"
                        + " or resolve again under this graph's own judgements");
    }

    private void write(
            ResolutionTransaction transaction,
            List<Judgement> newJudgements,
            List<IdentifierJudgement> newRulings,
            Decisions there) {
        SortedMap<SharedKey, KeyMove> locked = new TreeMap<>();
        newRulings.forEach(ruling -> locked.put(ruling.identifier(), KeyMove.NONE));
        if (!locked.isEmpty() && transaction.lockKeys(locked).values().stream().anyMatch(state -> state.size() > 0)) {
            throw notEmpty(newJudgements.size() + newRulings.size());
        }
        List<StoredOperation> made = operations.stream()
                .filter(operation -> !there.operations().contains(operation))
                .toList();
        for (StoredOperation operation : made) {
            GraphChange.Builder write = new GraphChange.Builder();
            newJudgements.stream()
                    .filter(judgement -> judgement.operation().equals(operation.id()))
                    .forEach(judgement -> {
                        write.judgements.add(judgement);
                        ReviewItem.due(judgement).ifPresent(write.reviewOpened::add);
                    });
            newRulings.stream()
                    .filter(ruling -> ruling.operation().equals(operation.id()))
                    .forEach(ruling -> {
                        write.identifierJudgements.add(ruling);
                        ReviewItem.due(ruling).ifPresent(write.reviewOpened::add);
                        boolean suppressed = ruling.ruling() == IdentifierRuling.SUPPRESSED;
                        write.keys.add(new KeyState(ruling.identifier(), 0, suppressed, false, ruling.ruling()));
                    });
            write.operation = Optional.of(operation);
            transaction.write(write.build(operation.at()));
        }
    }
}
