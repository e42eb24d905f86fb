package dev.ravel.bench.measure;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.resolver.store.EntityReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from a graph what a resolution is scored by. */
public final class StoredEntities {
    private static final int PAGE = 1_000;

    private StoredEntities() {}

    /** The id of the entity of each live record, by the record's text form. */
    public static Map<String, String> byRecord(EntityReader reader) {
        Map<String, String> entityOf = new HashMap<>();
        Optional<EntityId> after = Optional.empty();
        List<Entity> page;
        do {
            page = reader.page(after, PAGE, 1);
            for (Entity entity : page) {
                entity.records()
                        .forEach(record ->
                                entityOf.put(record.text(), entity.id().value()));
                after = Optional.of(entity.id());
            }
        } while (page.size() == PAGE);
        return entityOf;
    }
}
