package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.store.StoredOperation;
import java.util.List;

/**
 * What an operation did, or, for a preview, would do.
 *
 * @param operation the operation
 * @param entities the entities that it changed, as they are after it, ascending by id, retired ones included
 * @param events one per changed entity
 * @param repeated whether the operation had been done before under the same idempotency key
 */
public record OperationResult(
        StoredOperation operation, List<Entity> entities, List<LineageEvent> events, boolean repeated) {
    public OperationResult {
        entities = List.copyOf(entities);
        events = List.copyOf(events);
    }
}
