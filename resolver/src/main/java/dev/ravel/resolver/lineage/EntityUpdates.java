package dev.ravel.resolver.lineage;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.identity.IdAssignment;
import dev.ravel.resolver.identity.IdentifiedPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The difference between the entities of a region before and after it was resolved again. */
public final class EntityUpdates {
    private EntityUpdates() {}

    /**
     * What every entity of a region is to be: one update for each part and one for each id that retires, ascending by id,
     * whether or not it changes anything ({@link EventChain#advance} tells).
     *
     * @param assignment the new parts with their ids
     * @param standing the active entities of the region before
     * @param founded the entities minted for records of the region, of which some may be revived
     * @param component the name of the component of a part
     * @param golden the golden record of a part
     */
    public static List<EntityUpdate> of(
            IdAssignment assignment,
            Collection<Entity> standing,
            Collection<Entity> founded,
            Function<IdentifiedPart, String> component,
            Function<IdentifiedPart, GoldenRecord> golden) {
        Map<EntityId, Entity> before = new HashMap<>();
        founded.forEach(entity -> before.put(entity.id(), entity));
        Map<RecordKey, EntityId> entityBefore = new HashMap<>();
        Set<EntityId> stood = new HashSet<>();
        for (Entity entity : standing) {
            stood.add(entity.id());
            before.put(entity.id(), entity);
            entity.records().forEach(record -> entityBefore.put(record, entity.id()));
        }
        Map<EntityId, SortedSet<EntityId>> givenTo = new HashMap<>();
        SortedMap<EntityId, EntityUpdate> updates = new TreeMap<>();
        Map<EntityId, SortedSet<EntityId>> takenFrom = new HashMap<>();
        for (IdentifiedPart part : assignment.parts()) {
            for (RecordKey record : part.records()) {
                EntityId old = entityBefore.get(record);
                if (old != null && !old.equals(part.id())) {
                    takenFrom.computeIfAbsent(part.id(), id -> new TreeSet<>()).add(old);
                    givenTo.computeIfAbsent(old, id -> new TreeSet<>()).add(part.id());
                }
            }
        }
        for (IdentifiedPart part : assignment.parts()) {
            SortedSet<EntityId> from = takenFrom.getOrDefault(part.id(), new TreeSet<>());
            SortedSet<EntityId> to = givenTo.getOrDefault(part.id(), new TreeSet<>());
            SortedSet<EntityId> lasting = new TreeSet<>(from);
            lasting.addAll(to);
            lasting.removeIf(id -> !stood.contains(id) || assignment.retired().containsKey(id));
            updates.put(
                    part.id(),
                    new EntityUpdate(
                            part.id(),
                            Optional.ofNullable(before.get(part.id())),
                            part.founder(),
                            component.apply(part),
                            part.records(),
                            golden.apply(part),
                            new TreeSet<>(),
                            from,
                            to,
                            lasting));
        }
        assignment.retired().forEach((id, successors) -> {
            Entity entity = before.get(id);
            if (entity == null) {
                throw new IllegalArgumentException(id + " retires but is not among the entities before");
            }
            updates.put(id, EntityUpdate.retire(entity, successors));
        });
        return new ArrayList<>(updates.values());
    }
}
