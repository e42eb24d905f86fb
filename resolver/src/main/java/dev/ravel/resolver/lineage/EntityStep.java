package dev.ravel.resolver.lineage;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.lineage.LineageEvent;
import java.util.Optional;

/**
 * An entity after a transaction and the event that took it there.
 *
 * @param entity the entity after
 * @param event the event; empty if neither its records nor its golden record changed
 */
public record EntityStep(Entity entity, Optional<LineageEvent> event) {}
