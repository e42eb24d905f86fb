package dev.ravel.resolver.steward;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.steward.Ruling.Finding;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The later operations that stand in the way of taking one back. None does where what is found of its records stands as it
 * stood right after it: then taking it back leads to what stood before it. So a judgement that fell and was made again, by an
 * undo of the undo, is none; and an undo that made one fall stands in the way until it is taken back itself.
 */
final class LaterOperations {
    private final StoredOperation operation;
    private final List<StoredJudgement> judgements;

    /** The operations by which judgements fell, by id. */
    private final Map<String, StoredOperation> superseding;

    private LaterOperations(StoredOperation operation, EntityReader reader, List<StoredJudgement> judgements) {
        this.operation = operation;
        this.judgements = judgements;
        Set<String> by = judgements.stream()
                .filter(stored -> !stored.stands())
                .map(StoredJudgement::supersededBy)
                .collect(Collectors.toSet());
        this.superseding = by.isEmpty() ? Map.of() : reader.operations(by);
    }

    /**
     * Their ids, the latest first.
     *
     * @param operation the operation that is to be taken back
     * @param records the records that its judgements name, locked
     */
    static List<String> inTheWayOf(StoredOperation operation, Set<RecordKey> records, EntityReader reader) {
        return new LaterOperations(operation, reader, reader.judgementsOf(records)).ids();
    }

    /**
     * The same, found by what stands on these records and what fell later: what was past when the operation was made is not
     * read.
     *
     * @param region the region of the records, locked
     */
    static List<String> inTheWayOf(
            StoredOperation operation,
            Set<RecordKey> records,
            StoredRegion region,
            ResolutionTransaction transaction,
            EntityReader reader) {
        List<StoredJudgement> judgements = new ArrayList<>();
        Set<RecordKey> beside = new HashSet<>(records);
        beside.removeAll(region.records().keySet());
        Map<String, Judgement> standing = new TreeMap<>();
        region.standing().stream()
                .filter(judgement -> judgement.records().stream().anyMatch(records::contains))
                .forEach(judgement -> standing.put(judgement.id(), judgement));
        if (!beside.isEmpty()) {
            transaction.standingJudgements(beside).forEach(judgement -> standing.put(judgement.id(), judgement));
        }
        standing.values().forEach(judgement -> judgements.add(new StoredJudgement(judgement, "")));
        judgements.addAll(transaction.fallenJudgements(records, operation.at()));
        return new LaterOperations(operation, reader, judgements).ids();
    }

    private List<String> ids() {
        Map<Finding, Long> then = count(this::stoodThen);
        Map<Finding, Long> now = count(StoredJudgement::stands);
        Map<String, Instant> times = new HashMap<>();
        for (StoredJudgement stored : judgements) {
            Judgement judgement = stored.judgement();
            Finding finding = Finding.of(judgement);
            boolean isNew = now.getOrDefault(finding, 0L) > then.getOrDefault(finding, 0L);
            if (stored.stands() && isNew && judgement.at().isAfter(operation.at())) {
                times.put(judgement.operation(), judgement.at());
            }
        }
        then.forEach((finding, count) -> {
            // UNSURE binds nothing, and falls where a second steward has answered.
            if (finding.verdict() != Verdict.UNSURE && count > now.getOrDefault(finding, 0L)) {
                StoredOperation last = lastThatTookBack(finding);
                times.put(last.id(), last.at());
            }
        });
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<Finding, Long> count(Predicate<StoredJudgement> which) {
        return judgements.stream()
                .filter(which)
                .collect(Collectors.groupingBy(stored -> Finding.of(stored.judgement()), Collectors.counting()));
    }

    /** Whether a judgement stood right after the operation. */
    private boolean stoodThen(StoredJudgement stored) {
        Instant then = operation.at();
        return !stored.judgement().at().isAfter(then)
                && (stored.stands() || fell(stored).at().isAfter(then));
    }

    private StoredOperation lastThatTookBack(Finding finding) {
        List<StoredOperation> fallen = new ArrayList<>();
        for (StoredJudgement stored : judgements) {
            if (!stored.stands() && Finding.of(stored.judgement()).equals(finding)) {
                fallen.add(fell(stored));
            }
        }
        return fallen.stream().max(Comparator.comparing(StoredOperation::at)).orElseThrow();
    }

    /** The operation by which a judgement fell. */
    private StoredOperation fell(StoredJudgement stored) {
        @Nullable StoredOperation by = superseding.get(stored.supersededBy());
        if (by == null) {
            throw new IllegalStateException(
                    stored.judgement().id() + " is superseded by " + stored.supersededBy() + ", which is not there");
        }
        return by;
    }
}
