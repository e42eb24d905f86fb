package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A measure of an entity that an operation changes.
 *
 * @param entity the entity
 * @param measure {@code records}, {@code sources} or {@code values}: how many records it has, from how many systems, and how
 *     many values its golden record
 * @param before its measure before, 0 where the entity did not stand
 * @param after its measure after, 0 where it does not stand any more
 */
public record MeasureChange(EntityId entity, String measure, long before, long after) {
    /** The measures that differ, in the order above. */
    static List<MeasureChange> between(Optional<Entity> before, Entity after) {
        List<MeasureChange> changes = new ArrayList<>();
        add(changes, "records", before, after, entity -> entity.records().size());
        add(changes, "sources", before, after, MeasureChange::sources);
        add(changes, "values", before, after, entity -> entity.golden().values().size());
        return changes;
    }

    private static void add(
            List<MeasureChange> changes,
            String measure,
            Optional<Entity> before,
            Entity after,
            ToLongFunction<Entity> measured) {
        long was = before.map(measured::applyAsLong).orElse(0L);
        long is = measured.applyAsLong(after);
        if (was != is) {
            changes.add(new MeasureChange(after.id(), measure, was, is));
        }
    }

    private static long sources(Entity entity) {
        return entity.records().stream().map(RecordKey::source).distinct().count();
    }
}
