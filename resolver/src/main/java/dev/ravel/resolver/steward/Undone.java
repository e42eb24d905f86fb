package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.review.AuditSample.DrawnPair;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.identity.EarlierMembers;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoredOperation;
import dev.ravel.resolver.store.StoredReviewItem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is known of operations that are taken back. Their events are committed, and so the same at any time. */
final class Undone {
    private Undone() {}

    /**
     * What the ids that some operations changed stood for before the first of them that changed each. Costs a read of the
     * events of these ids.
     *
     * <p>Of one operation that was taken back and done again, that one of the times counts after which ids stood as they do
     * now, the last one first: what came between the times may have been taken back as well.
     */
    static EarlierMembers membersBefore(EntityReader reader, Collection<StoredOperation> taken) {
        if (taken.size() == 1) {
            Optional<StoredOperation> done = Optional.of(taken.iterator().next());
            while (done.isPresent()) {
                Changes changes = Changes.of(reader, List.of(done.get()));
                if (changes.areLast()) {
                    return changes.membersBefore(reader);
                }
                done = formerly(reader, done.get());
            }
        }
        return Changes.of(reader, taken).membersBefore(reader);
    }

    /** The operation that this one has done again, if it has done no more. */
    private static Optional<StoredOperation> formerly(EntityReader reader, StoredOperation again) {
        return alone(reader, again).flatMap(undo -> alone(reader, undo));
    }

    private static Optional<StoredOperation> alone(EntityReader reader, StoredOperation undo) {
        return undo.undoes().isEmpty() || !undo.alsoUndoes().isEmpty()
                ? Optional.empty()
                : reader.operationById(undo.undoes());
    }

    /**
     * What operations changed.
     *
     * @param operations their ids
     * @param chains the events of the ids that they changed
     */
    private record Changes(Set<String> operations, Map<EntityId, List<LineageEvent>> chains) {
        static Changes of(EntityReader reader, Collection<StoredOperation> operations) {
            Set<String> ids = new HashSet<>();
            SortedSet<EntityId> changed = new TreeSet<>();
            for (StoredOperation operation : operations) {
                ids.add(operation.id());
                operation.entities().forEach(id -> changed.add(new EntityId(id)));
            }
            return new Changes(ids, changed.isEmpty() ? Map.of() : reader.chains(changed));
        }

        /** Whether there are any, and each id has the records now that it had after it was changed. */
        boolean areLast() {
            return !chains.isEmpty()
                    && chains.values().stream().allMatch(events -> {
                        SortedSet<RecordKey> now = events.get(events.size() - 1).after();
                        return events.stream()
                                .filter(event -> operations.contains(event.cause()))
                                .allMatch(event -> event.after().equals(now));
                    });
        }

        EarlierMembers membersBefore(EntityReader reader) {
            if (chains.isEmpty()) {
                return EarlierMembers.NONE;
            }
            SortedMap<EntityId, SortedSet<RecordKey>> members = new TreeMap<>();
            chains.forEach((id, events) -> events.stream()
                    .filter(event -> operations.contains(event.cause()))
                    .findFirst()
                    .map(LineageEvent::before)
                    .ifPresent(before -> members.put(id, before)));
            SortedSet<RecordKey> founders = reader.entities(chains.keySet()).stream()
                    .map(Entity::founder)
                    .collect(Collectors.toCollection(TreeSet::new));
            return new EarlierMembers(members, founders);
        }
    }

    /**
     * The questions of audits that these operations answered, or made moot, and that nothing answers once they are taken back.
     *
     * @param live the live records of the region
     * @param standing the judgements that stand from now on
     */
    static List<ReviewItem> auditsToAskAgain(
            EntityReader reader, Collection<String> operations, Set<RecordKey> live, Collection<Judgement> standing) {
        if (operations.isEmpty()) {
            return List.of();
        }
        return reader.auditSamples().stream()
                .flatMap(sample -> sample.pairs().stream())
                .map(DrawnPair::pair)
                .filter(pair -> live.contains(pair.smaller()) && live.contains(pair.larger()))
                .filter(pair -> standing.stream()
                        .allMatch(judgement -> judgement.on(pair).isEmpty()))
                .distinct()
                .flatMap(pair -> reader.reviewItem(ReviewItem.idOf(ReviewKind.AUDIT, pair)).stream())
                .filter(stored -> !stored.open() && operations.contains(stored.closedBy()))
                .map(StoredReviewItem::item)
                .toList();
    }
}
