package dev.ravel.resolver.steward;

import dev.ravel.model.judgement.Judgement;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What undos took back, and what came of it when they were taken back themselves. */
final class TakenBack {
    private TakenBack() {}

    /** The judgements that an operation took back, if it is an undo. */
    static List<StoredJudgement> by(ResolutionTransaction transaction, StoredOperation undo) {
        return undone(undo).stream()
                .flatMap(id -> transaction.operation(id).stream())
                .filter(stored -> stored.supersededBy().equals(undo.id()))
                .toList();
    }

    /**
     * Whether what a judgement finds stood at a time before it was made: an undo that came later took it back, and when that
     * one was taken back, this judgement was made again in its place. Takes a few reads for each time that it was made again.
     */
    static boolean stoodAt(ResolutionTransaction transaction, EntityReader reader, Judgement judgement, Instant time) {
        Optional<StoredOperation> maker = reader.operationById(judgement.operation());
        for (String id : maker.map(TakenBack::undone).orElse(List.of())) {
            Optional<StoredOperation> undo = reader.operationById(id);
            for (StoredJudgement stored : undo.map(one -> by(transaction, one)).orElse(List.of())) {
                Judgement former = stored.judgement();
                if (former.verdict() == judgement.verdict() && former.groups().equals(judgement.groups())) {
                    boolean stood = !former.at().isAfter(time)
                            && undo.orElseThrow().at().isAfter(time);
                    if (stood || stoodAt(transaction, reader, former, time)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<String> undone(StoredOperation undo) {
        List<String> operations = new ArrayList<>(undo.alsoUndoes());
        if (!undo.undoes().isEmpty()) {
            operations.add(0, undo.undoes());
        }
        return operations;
    }
}
