package dev.ravel.api.entity;

import dev.ravel.api.paging.Connection;
import dev.ravel.api.paging.Cursor;
import dev.ravel.api.paging.PageInfo;
import dev.ravel.api.request.RequestLimits;
import dev.ravel.api.schema.Arguments;
import dev.ravel.api.schema.Wiring;
import dev.ravel.api.work.StoreWork;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.entity.GoldenValue;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.resolver.store.EntityReader;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers the fields of an entity. What the entity itself holds costs no call to the store. */
public final class EntityFields {
    private static final String EVENT_CURSOR = "event";

    private final EntityReader reader;
    private final StoreWork work;
    private final RequestLimits limits;
    private final String tenant;

    public EntityFields(EntityReader reader, String tenant, StoreWork work, RequestLimits limits) {
        this.reader = reader;
        this.work = work;
        this.limits = limits;
        this.tenant = tenant;
    }

    /** Wires entities and what belongs to them alone. */
    public void wire(Wiring wiring) {
        wiring.enumeration(EntityState.class).enumeration(IdentifierType.class);
        wiring.type("Entity", Entity.class)
                .plain("id", entity -> entity.id().value())
                .plain("state", Entity::state)
                .plain("name", EntityFields::name)
                .plain("membershipVersion", Entity::membershipVersion)
                .plain("version", Entity::version)
                .plain("createdAt", Entity::createdAt)
                .plain("changedAt", Entity::lastEventAt)
                .plain("size", entity -> entity.records().size())
                .computed("goldenRecord", EntityFields::golden)
                .computed("records", this::records)
                .fetched("identifiers", (entity, env) -> Loaders.identifiers(env, entity.records()))
                .fetched("events", this::events)
                .fetched("matches", (entity, env) -> Loaders.matches(env, entity.records()))
                .fetched("graph", EntityFields::graph)
                .fetched("successors", (entity, env) -> Loaders.entities(env, entity.successors()));
        wiring.type("GoldenValue", GoldenValue.class)
                .plain("field", GoldenValue::attribute)
                .plain("value", GoldenValue::value)
                .plain("provenance", GoldenValue::provenance)
                .plain("rule", GoldenValue::rule)
                .plain("support", GoldenValue::support);
        wiring.type("EntityIdentifier", CarriedIdentifier.class)
                .plain("type", identifier -> identifier.key().identifierType())
                .plain("scope", identifier -> identifier.key().scope())
                .plain("value", identifier -> identifier.key().value())
                .plain("size", identifier -> identifier.state().size())
                .plain("suppressed", identifier -> identifier.state().suppressed())
                .plain("records", CarriedIdentifier::records);
        wiring.type("PageInfo", PageInfo.class)
                .plain("hasNextPage", PageInfo::hasNextPage)
                .plain("hasPreviousPage", PageInfo::hasPreviousPage)
                .plain("startCursor", PageInfo::startCursor)
                .plain("endCursor", PageInfo::endCursor);
        ConnectionFields.wire(wiring, "EventConnection", "EventEdge");
    }

    private static @Nullable String name(Entity entity) {
        return Stream.of(AttributeName.NAME, AttributeName.ORGANIZATION_NAME)
                .flatMap(attribute -> entity.golden().best(attribute).stream())
                .map(GoldenValue::value)
                .findFirst()
                .orElseGet(() -> partsOfName(entity));
    }

    private static @Nullable String partsOfName(Entity entity) {
        List<String> parts = Stream.of(AttributeName.GIVEN_NAME, AttributeName.FAMILY_NAME)
                .flatMap(attribute -> entity.golden().best(attribute).stream())
                .map(GoldenValue::value)
                .toList();
        return parts.isEmpty() ? null : String.join(" ", parts);
    }

    private static List<GoldenValue> golden(Entity entity, DataFetchingEnvironment environment) {
        Optional<List<String>> fields = Arguments.of(environment).optionalTexts("fields");
        if (fields.isEmpty()) {
            return entity.golden().values();
        }
        Set<String> wanted = new HashSet<>(fields.get());
        return entity.golden().values().stream()
                .filter(value -> wanted.contains(value.attribute()))
                .toList();
    }

    private List<RecordKey> records(Entity entity, DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        int first = arguments.first(limits.maxPageSize());
        Optional<RecordKey> after = arguments.optionalRecordKey("after", tenant);
        return entity.records().stream()
                .filter(record -> after.isEmpty() || record.compareTo(after.get()) > 0)
                .limit(first)
                .toList();
    }

    private CompletionStage<?> events(Entity entity, DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        int first = arguments.first(limits.maxPageSize());
        Optional<String> after = arguments.optionalText("after");
        long afterVersion = after.map(EntityFields::versionOf).orElse(0L);
        return work.read(() -> Connection.of(
                reader.events(entity.id(), afterVersion, first + 1),
                first,
                after.isPresent(),
                event -> Cursor.of(EVENT_CURSOR, Long.toString(event.version()))));
    }

    private static long versionOf(String cursor) {
        try {
            return Long.parseLong(Cursor.value(EVENT_CURSOR, cursor));
        } catch (NumberFormatException e) {
            throw Arguments.invalid("after is not a cursor of event: give endCursor of the page before, unchanged");
        }
    }

    private static CompletionStage<EntityGraph> graph(Entity entity, DataFetchingEnvironment environment) {
        return Loaders.identifiers(environment, entity.records())
                .thenCombine(
                        Loaders.matches(environment, entity.records()),
                        (identifiers, matches) -> EntityGraph.of(entity.records(), identifiers, matches));
    }
}
