package dev.ravel.api.entity;

import dev.ravel.api.paging.Connection;
import dev.ravel.api.paging.Cursor;
import dev.ravel.api.request.RequestLimits;
import dev.ravel.api.schema.Arguments;
import dev.ravel.api.schema.Wiring;
import dev.ravel.api.work.StoreWork;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.store.EntityReader;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** Answers the queries that find entities. */
public final class EntityQueries {
    private static final String CURSOR = "entity";

    private final EntityReader reader;
    private final StoreWork work;
    private final RequestLimits limits;
    private final String tenant;
    private final IdentifierLookup identifiers;

    public EntityQueries(
            EntityReader reader,
            Resolver resolver,
            IdentifierLookup identifiers,
            StoreWork work,
            RequestLimits limits) {
        this.reader = reader;
        this.work = work;
        this.limits = limits;
        this.tenant = resolver.settings().tenant();
        this.identifiers = identifiers;
    }

    /** Wires the queries. */
    public void wire(Wiring wiring) {
        wiring.root("Query", "entity", this::entity)
                .root("Query", "entityBy", this::entityBy)
                .root("Query", "entities", this::entities)
                .root("Query", "search", this::search);
        ConnectionFields.wire(wiring, "EntityConnection", "EntityEdge");
    }

    private CompletionStage<?> entity(DataFetchingEnvironment environment) {
        EntityId id = Arguments.of(environment).entityId("id");
        return work.read(() -> reader.entity(id).orElse(null));
    }

    private CompletionStage<?> entityBy(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        Optional<Arguments> identifier = arguments.optionalObject("identifier");
        Optional<RecordKey> record = arguments.optionalRecordKey("record", tenant);
        if (identifier.isPresent() == record.isPresent()) {
            throw Arguments.invalid("give either an identifier or a record");
        }
        int first = arguments.first(limits.maxPageSize());
        if (record.isPresent()) {
            return work.read(() -> reader.entityOf(record.get()).stream().toList());
        }
        List<SharedKey> keys = identifiers.keys(identifier.get());
        return work.read(() -> byAny(keys, first));
    }

    private Collection<Entity> byAny(List<SharedKey> keys, int first) {
        if (keys.size() == 1) {
            return reader.entitiesBy(keys.get(0), first);
        }
        Map<EntityId, Entity> found = new TreeMap<>();
        keys.forEach(key -> reader.entitiesBy(key, first).forEach(entity -> found.put(entity.id(), entity)));
        return found.values().stream().limit(first).toList();
    }

    private CompletionStage<?> entities(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        int first = arguments.first(limits.maxPageSize());
        int minRecords = arguments.number("minRecords");
        if (minRecords < 1) {
            throw Arguments.invalid("minRecords must be at least 1: " + minRecords);
        }
        Optional<EntityId> after =
                arguments.optionalText("after").map(cursor -> new EntityId(Cursor.value(CURSOR, cursor)));
        return work.read(() -> Connection.of(
                reader.page(after, first + 1, minRecords),
                first,
                after.isPresent(),
                entity -> Cursor.of(CURSOR, entity.id().value())));
    }

    private CompletionStage<?> search(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        String text = arguments.text("text");
        int first = arguments.first(limits.maxPageSize());
        return work.read(() -> reader.search(text, first));
    }
}
