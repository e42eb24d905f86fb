package dev.ravel.api.steward;

import dev.ravel.api.entity.Loaders;
import dev.ravel.api.feed.ChangeFeed;
import dev.ravel.api.request.RequestContext;
import dev.ravel.api.schema.Arguments;
import dev.ravel.api.schema.Wiring;
import dev.ravel.api.work.StoreWork;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.steward.OperationResult;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoredOperation;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Answers previews, mutations and operations. Mutations tell the feed at once which entities they have changed. */
public final class StewardFields {
    private final Steward steward;
    private final EntityReader reader;
    private final String tenant;
    private final StoreWork work;
    private final ChangeFeed feed;

    public StewardFields(Steward steward, EntityReader reader, String tenant, StoreWork work, ChangeFeed feed) {
        this.steward = steward;
        this.reader = reader;
        this.tenant = tenant;
        this.work = work;
        this.feed = feed;
    }

    /** Wires previews, mutations and operations. */
    public void wire(Wiring wiring) {
        wiring.root("Query", "operation", this::operation)
                .root("Query", "previewSplit", this::previewSplit)
                .root("Query", "previewMerge", this::previewMerge)
                .root("Mutation", "split", this::split)
                .root("Mutation", "merge", this::merge)
                .root("Mutation", "undo", this::undo);
        wiring.type("Operation", StoredOperation.class)
                .plain("id", StoredOperation::id)
                .plain("kind", StoredOperation::kind)
                .plain("actor", StoredOperation::actor)
                .plain("reason", StoredOperation::reason)
                .plain("at", StoredOperation::at)
                .fetched(
                        "entities",
                        (operation, env) -> Loaders.entities(
                                env,
                                operation.entities().stream().map(EntityId::new).toList()))
                .plain("undoes", operation -> operation.undoes().isEmpty() ? null : operation.undoes());
        wiring.type("OperationResult", OperationResult.class)
                .plain("operation", OperationResult::operation)
                .plain("entities", OperationResult::entities)
                .plain("events", OperationResult::events)
                .plain("repeated", OperationResult::repeated);
        wiring.type("OperationPreview", OperationResult.class)
                .plain("entities", OperationResult::entities)
                .plain("events", OperationResult::events);
    }

    private CompletionStage<?> operation(DataFetchingEnvironment environment) {
        String id = Arguments.of(environment).text("id");
        return work.read(() -> reader.operationById(id).orElse(null));
    }

    private CompletionStage<?> previewSplit(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        EntityId entity = arguments.entityId("entity");
        List<Set<RecordKey>> groups = arguments.recordGroups("groups", tenant);
        return work.read(() -> steward.previewSplit(entity, groups));
    }

    private CompletionStage<?> previewMerge(DataFetchingEnvironment environment) {
        Set<EntityId> entities = Arguments.of(environment).entityIds("entities");
        return work.read(() -> steward.previewMerge(entities));
    }

    private CompletionStage<?> split(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        EntityId entity = arguments.entityId("entity");
        long expectedVersion = arguments.number("expectedVersion");
        List<Set<RecordKey>> groups = arguments.recordGroups("groups", tenant);
        StewardRequest request = request(environment);
        return mutate(() -> steward.split(entity, expectedVersion, groups, request));
    }

    private CompletionStage<?> merge(DataFetchingEnvironment environment) {
        Map<EntityId, Long> expectedVersions = new LinkedHashMap<>();
        for (Arguments input : Arguments.of(environment).objects("entities")) {
            EntityId id = input.entityId("id");
            long expectedVersion = input.number("expectedVersion");
            if (expectedVersions.put(id, expectedVersion) != null) {
                throw Arguments.invalid("entities names " + id + " twice");
            }
        }
        StewardRequest request = request(environment);
        return mutate(() -> steward.merge(expectedVersions, request));
    }

    private CompletionStage<?> undo(DataFetchingEnvironment environment) {
        String operation = Arguments.of(environment).text("operation");
        StewardRequest request = request(environment);
        return mutate(() -> steward.undo(operation, request));
    }

    private CompletionStage<OperationResult> mutate(Supplier<OperationResult> operation) {
        return work.write(operation).thenApply(result -> {
            feed.changed(result.entities().stream().map(Entity::id).toList());
            return result;
        });
    }

    private static StewardRequest request(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        String actor = arguments
                .optionalText("actor")
                .or(() -> RequestContext.of(environment).actor())
                .orElseThrow(() ->
                        Arguments.invalid("nobody is named: give the argument actor, or the header X-Ravel-Actor"));
        return new StewardRequest(actor, arguments.text("reason"), arguments.text("idempotencyKey"));
    }
}
