package dev.ravel.resolver.steward;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoredIdentifierJudgement;
import dev.ravel.resolver.store.StoredOperation;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What persons have ruled of an identifier, as a walk: an operation leads from one place to a new one, and taking it back
 * leads from there to the place where it began. So an operation can be taken back wherever the walk is where it ended:
 * right after it, or when all that came later has been taken back.
 */
final class IdentifierHistory {
    private static final Place START = new Place(IdentifierRuling.NONE);

    private final Map<String, Step> steps = new HashMap<>();
    private final Optional<StoredIdentifierJudgement> standing;
    private Place here = START;
    private Optional<StoredOperation> last = Optional.empty();

    /** A place of the walk; two are the same only if they are one. */
    private static final class Place {
        private final IdentifierRuling ruling;

        Place(IdentifierRuling ruling) {
            this.ruling = ruling;
        }
    }

    private record Step(Place from, Place to) {}

    private IdentifierHistory(List<StoredIdentifierJudgement> judgements) {
        this.standing =
                judgements.stream().filter(StoredIdentifierJudgement::stands).findFirst();
    }

    /** Reads the history of an identifier. */
    static IdentifierHistory of(EntityReader reader, SharedKey identifier) {
        List<StoredIdentifierJudgement> judgements = reader.judgementsOf(identifier);
        IdentifierHistory history = new IdentifierHistory(judgements);
        SortedSet<String> named = new TreeSet<>();
        Map<String, IdentifierRuling> rulings = new HashMap<>();
        for (StoredIdentifierJudgement stored : judgements) {
            named.add(stored.judgement().operation());
            rulings.put(stored.judgement().operation(), stored.judgement().ruling());
            if (!stored.stands()) {
                named.add(stored.supersededBy());
            }
        }
        named.stream()
                .flatMap(id -> reader.operationById(id).stream())
                .sorted(Comparator.comparing(StoredOperation::at).thenComparing(StoredOperation::id))
                .forEach(operation ->
                        history.add(operation, rulings.getOrDefault(operation.id(), IdentifierRuling.NONE)));
        return history;
    }

    private void add(StoredOperation operation, IdentifierRuling ruling) {
        @Nullable Step undone = steps.get(operation.undoes());
        Step step = new Step(here, undone == null ? new Place(ruling) : undone.from());
        steps.put(operation.id(), step);
        here = step.to();
        last = Optional.of(operation);
    }

    /** The judgement that stands, if one does. */
    Optional<StoredIdentifierJudgement> standing() {
        return standing;
    }

    /** The last operation on the identifier, if there was one. */
    Optional<StoredOperation> last() {
        return last;
    }

    /** When it happened; the beginning of time if there was none. */
    Instant lastAt() {
        return last.map(StoredOperation::at).orElse(Instant.MIN);
    }

    /** What was ruled before an operation, if that can be taken back now; empty if something later stands in its way. */
    Optional<IdentifierRuling> rulingWithout(String operation) {
        return Optional.ofNullable(steps.get(operation))
                .filter(step -> step.to() == here)
                .map(step -> step.from().ruling);
    }
}
