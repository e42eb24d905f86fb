package dev.ravel.resolver.region;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.lineage.LineageEvent;
import java.util.List;

/**
 * What resolving a region again did.
 *
 * @param changed the entities that have an event, as they are after it, ascending by id, retired ones included
 * @param events their events, in the same order
 */
public record RegionOutcome(List<Entity> changed, List<LineageEvent> events) {
    public RegionOutcome {
        changed = List.copyOf(changed);
        events = List.copyOf(events);
    }
}
