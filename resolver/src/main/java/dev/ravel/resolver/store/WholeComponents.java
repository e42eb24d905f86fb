package dev.ravel.resolver.store;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import java.util.Map;
import java.util.SortedMap;

/**
 * Components with all that is in them.
 *
 * @param entities their active entities, by id
 * @param records the records of these entities, by key
 */
public record WholeComponents(SortedMap<EntityId, Entity> entities, Map<RecordKey, StoredRecord> records) {}
