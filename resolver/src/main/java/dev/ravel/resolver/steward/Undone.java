package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.review.AuditSample.DrawnPair;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.identity.EarlierMembers;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoredOperation;
import dev.ravel.resolver.store.StoredReviewItem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is known of operations that are taken back. Their events are committed, and so the same at any time; and an audit that
 * was drawn after an operation is not answered by it.
 *
 * @param earlier what the ids that they changed stood for before
 * @param drawn the pairs of the audits drawn so far
 */
record Undone(EarlierMembers earlier, List<RecordPair> drawn) {
    /** What is known of some operations; nothing is read if there are none. */
    static Undone read(EntityReader reader, Collection<StoredOperation> taken) {
        return taken.isEmpty()
                ? new Undone(EarlierMembers.NONE, List.of())
                : new Undone(membersBefore(reader, taken), drawn(reader));
    }

    private static List<RecordPair> drawn(EntityReader reader) {
        return reader.auditSamples().stream()
                .flatMap(sample -> sample.pairs().stream())
                .map(DrawnPair::pair)
                .distinct()
                .toList();
    }

    /**
     * What the ids that some operations changed stood for before the first of them that changed each; and, of one that was
     * taken back and done again, of each time that it was done. Costs a read of the events of these ids.
     */
    static EarlierMembers membersBefore(EntityReader reader, Collection<StoredOperation> taken) {
        Optional<EarlierMembers> formerly = taken.size() == 1
                ? doneBefore(reader, taken.iterator().next()).map(former -> membersBefore(reader, List.of(former)))
                : Optional.empty();
        Set<String> operations = taken.stream().map(StoredOperation::id).collect(Collectors.toSet());
        SortedSet<EntityId> changed = taken.stream()
                .map(StoredOperation::entities)
                .flatMap(List::stream)
                .map(EntityId::new)
                .collect(Collectors.toCollection(TreeSet::new));
        SortedMap<EntityId, SortedSet<RecordKey>> members = new TreeMap<>();
        SortedSet<RecordKey> founders = new TreeSet<>();
        if (!changed.isEmpty()) {
            reader.eventsOfCauses(changed, operations)
                    .forEach((id, events) -> members.put(id, events.get(0).before()));
            reader.entities(changed).stream().map(Entity::founder).forEach(founders::add);
        }
        return new EarlierMembers(members, founders, formerly);
    }

    /** The operation that this one has done again, if it is the undo of an undo, and of nothing else. */
    private static Optional<StoredOperation> doneBefore(EntityReader reader, StoredOperation again) {
        return undoneAlone(again)
                .flatMap(reader::operationById)
                .flatMap(Undone::undoneAlone)
                .flatMap(reader::operationById);
    }

    private static Optional<String> undoneAlone(StoredOperation undo) {
        return undo.undoes().isEmpty() || !undo.alsoUndoes().isEmpty() ? Optional.empty() : Optional.of(undo.undoes());
    }

    /**
     * The questions of audits that these operations answered, or made moot, and that nothing answers once they are taken back.
     *
     * @param live the live records of the region
     * @param standing the judgements that stand from now on
     */
    List<ReviewItem> auditsToAskAgain(
            EntityReader reader, Collection<String> operations, Set<RecordKey> live, Collection<Judgement> standing) {
        return drawn.stream()
                .filter(pair -> live.contains(pair.smaller()) && live.contains(pair.larger()))
                .filter(pair -> standing.stream()
                        .allMatch(judgement -> judgement.on(pair).isEmpty()))
                .flatMap(pair -> reader.reviewItem(ReviewItem.idOf(ReviewKind.AUDIT, pair)).stream())
                .filter(stored -> !stored.open() && operations.contains(stored.closedBy()))
                .map(StoredReviewItem::item)
                .toList();
    }
}
