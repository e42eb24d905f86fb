package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.lineage.EntityDifference;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.StoredOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * What an operation did, or, for a preview, would do.
 *
 * @param operation the operation
 * @param before the entities that it changed, as they were before it, ascending by id; those that it minted are absent;
 *     empty if repeated
 * @param entities the entities that it changed, as they are after it, ascending by id, retired ones included
 * @param events one per changed entity
 * @param identifiers the identifiers on which it ruled, as they are after it; none if repeated
 * @param cut the cut that was proposed, for {@code separate}; empty if repeated
 * @param repeated whether the operation had been done before under the same idempotency key
 */
public record OperationResult(
        StoredOperation operation,
        List<Entity> before,
        List<Entity> entities,
        List<LineageEvent> events,
        List<KeyState> identifiers,
        Optional<Cut> cut,
        boolean repeated) {
    public OperationResult {
        before = List.copyOf(before);
        entities = List.copyOf(entities);
        events = List.copyOf(events);
        identifiers = List.copyOf(identifiers);
    }

    /** The review item by which a second steward has to confirm it; empty if nobody has to. Nothing has changed until then. */
    public Optional<String> awaits() {
        return operation.kind().equals(StoredOperation.PROPOSE)
                ? Optional.of(ReviewItem.idOfProposal(operation.id()))
                : Optional.empty();
    }

    /** What is different about each changed entity, ascending by id; none if repeated. */
    public List<EntityDifference> differences() {
        return changed((earlier, after) -> List.of(EntityDifference.between(
                after.id(),
                earlier.map(Entity::records).orElseGet(TreeSet::new),
                earlier.map(Entity::golden).orElse(GoldenRecord.EMPTY),
                after.records(),
                after.golden())));
    }

    /** The measures of changed entities that are different, ascending by id; none if repeated. */
    public List<MeasureChange> measures() {
        return changed(MeasureChange::between);
    }

    private <T> List<T> changed(BiFunction<Optional<Entity>, Entity, List<T>> difference) {
        if (repeated) {
            return List.of();
        }
        Map<EntityId, Entity> was = new HashMap<>();
        before.forEach(entity -> was.put(entity.id(), entity));
        return entities.stream()
                .flatMap(after -> difference.apply(Optional.ofNullable(was.get(after.id())), after).stream())
                .toList();
    }
}
