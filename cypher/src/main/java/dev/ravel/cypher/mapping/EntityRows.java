package dev.ravel.cypher.mapping;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.entity.GoldenValue;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.resolver.store.SearchTerms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Entities: {@code (:Entity {key, state, component, size, name, golden, search, …})}. */
public final class EntityRows {
    /** The properties that no event changes. */
    public static final Set<String> LASTING = Set.of("key", "founder", "createdAt");

    private static final List<String> NAMES =
            List.of(AttributeName.NAME, AttributeName.ORGANIZATION_NAME, AttributeName.FAMILY_NAME);

    private EntityRows() {}

    /** The properties of an entity; those that are null are removed. */
    public static Map<String, @Nullable Object> properties(Entity entity) {
        boolean active = entity.state() == EntityState.ACTIVE;
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("key", entity.id().value());
        properties.put("state", entity.state().name());
        properties.put("component", active ? entity.component() : null);
        properties.put("founder", entity.founder().text());
        properties.put("createdAt", Times.in(entity.createdAt()));
        properties.put("membershipVersion", entity.membershipVersion());
        properties.put("version", entity.version());
        properties.put("lastEventAt", Times.in(entity.lastEventAt()));
        properties.put("lastEventHash", entity.lastEventHash());
        properties.put("size", entity.records().size());
        properties.put("name", name(entity.golden()));
        properties.put("golden", GoldenCodec.encode(entity.golden()));
        properties.put("search", active ? String.join(" ", SearchTerms.of(entity.golden())) : null);
        properties.put(
                "successors",
                entity.successors().isEmpty()
                        ? null
                        : entity.successors().stream().map(EntityId::value).toList());
        return properties;
    }

    /** The entity in a row. */
    public static Entity entity(Record row) {
        return new Entity(
                new EntityId(row.get("key").asString()),
                EntityState.valueOf(row.get("state").asString()),
                Rows.textOrEmpty(row.get("component")),
                RecordKey.parse(row.get("founder").asString()),
                Times.out(row.get("createdAt")),
                row.get("membershipVersion").asLong(),
                row.get("version").asLong(),
                Times.out(row.get("lastEventAt")),
                row.get("lastEventHash").asString(),
                Rows.records(row.get("records")),
                GoldenCodec.decode(row.get("golden").asString()),
                Rows.texts(row.get("successors")).stream().map(EntityId::new).toList());
    }

    private static @Nullable String name(GoldenRecord golden) {
        return NAMES.stream()
                .flatMap(attribute -> Stream.ofNullable(golden.best(attribute).orElse(null)))
                .map(GoldenValue::value)
                .findFirst()
                .orElse(null);
    }
}
