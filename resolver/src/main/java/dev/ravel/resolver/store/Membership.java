package dev.ravel.resolver.store;

import dev.ravel.model.identity.EntityId;

/**
 * Where a live record is.
 *
 * @param entity its entity
 * @param size how many records that entity has
 */
public record Membership(EntityId entity, int size) {}
