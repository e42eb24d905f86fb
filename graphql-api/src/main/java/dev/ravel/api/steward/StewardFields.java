package dev.ravel.api.steward;

import dev.ravel.api.entity.IdentifierLookup;
import dev.ravel.api.feed.ChangeFeed;
import dev.ravel.api.schema.Actor;
import dev.ravel.api.schema.Arguments;
import dev.ravel.api.schema.Wiring;
import dev.ravel.api.work.StoreWork;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.steward.OperationResult;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.EntityReader;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Answers previews and mutations. Mutations tell the feed at once which entities they have changed. */
public final class StewardFields {
    private final Steward steward;
    private final EntityReader reader;
    private final String tenant;
    private final IdentifierLookup identifiers;
    private final StoreWork work;
    private final ChangeFeed feed;

    public StewardFields(
            Steward steward,
            EntityReader reader,
            Resolver resolver,
            IdentifierLookup identifiers,
            StoreWork work,
            ChangeFeed feed) {
        this.steward = steward;
        this.reader = reader;
        this.tenant = resolver.settings().tenant();
        this.identifiers = identifiers;
        this.work = work;
        this.feed = feed;
    }

    /** Wires previews and mutations, and what they answer with. */
    public void wire(Wiring wiring) {
        wiring.root("Query", "operation", this::operation)
                .root("Query", "previewSplit", this::previewSplit)
                .root("Query", "previewSeparate", this::previewSeparate)
                .root("Query", "previewDetach", this::previewDetach)
                .root("Query", "previewMerge", this::previewMerge)
                .root("Query", "previewJudge", this::previewJudge)
                .root("Query", "previewUndo", this::previewUndo)
                .root("Query", "previewSuppressIdentifier", environment -> {
                    SharedKey identifier = identifier(environment);
                    return work.read(() -> steward.previewSuppressIdentifier(identifier));
                })
                .root("Query", "previewRestoreIdentifier", environment -> {
                    SharedKey identifier = identifier(environment);
                    return work.read(() -> steward.previewRestoreIdentifier(identifier));
                })
                .root("Mutation", "split", this::split)
                .root("Mutation", "separate", this::separate)
                .root("Mutation", "detach", this::detach)
                .root("Mutation", "merge", this::merge)
                .root("Mutation", "judge", this::judge)
                .root("Mutation", "suppressIdentifier", environment -> {
                    SharedKey identifier = identifier(environment);
                    StewardRequest request = request(environment);
                    return mutate(() -> steward.suppressIdentifier(identifier, request));
                })
                .root("Mutation", "restoreIdentifier", environment -> {
                    SharedKey identifier = identifier(environment);
                    StewardRequest request = request(environment);
                    return mutate(() -> steward.restoreIdentifier(identifier, request));
                })
                .root("Mutation", "undo", this::undo);
        OperationFields.wire(wiring);
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

    private CompletionStage<?> previewSeparate(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        EntityId entity = arguments.entityId("entity");
        RecordKey a = arguments.recordKey("a", tenant);
        RecordKey b = arguments.recordKey("b", tenant);
        return work.read(() -> steward.previewSeparate(entity, a, b));
    }

    private CompletionStage<?> previewDetach(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        EntityId entity = arguments.entityId("entity");
        RecordKey record = arguments.recordKey("record", tenant);
        return work.read(() -> steward.previewDetach(entity, record));
    }

    private CompletionStage<?> previewJudge(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        String item = arguments.text("item");
        Verdict verdict = arguments.value("verdict", Verdict.class);
        return work.read(() -> steward.previewJudge(item, verdict));
    }

    private CompletionStage<?> previewUndo(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        String operation = arguments.text("operation");
        boolean chain = arguments.value("chain", Boolean.class);
        return work.read(() -> chain ? steward.previewUndoChain(operation) : steward.previewUndo(operation));
    }

    private CompletionStage<?> split(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        EntityId entity = arguments.entityId("entity");
        long expectedVersion = arguments.number("expectedVersion");
        List<Set<RecordKey>> groups = arguments.recordGroups("groups", tenant);
        StewardRequest request = request(environment);
        return mutate(() -> steward.split(entity, expectedVersion, groups, request));
    }

    private CompletionStage<?> separate(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        EntityId entity = arguments.entityId("entity");
        long expectedVersion = arguments.number("expectedVersion");
        RecordKey a = arguments.recordKey("a", tenant);
        RecordKey b = arguments.recordKey("b", tenant);
        StewardRequest request = request(environment);
        return mutate(() -> steward.separate(entity, expectedVersion, a, b, request));
    }

    private CompletionStage<?> detach(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        EntityId entity = arguments.entityId("entity");
        long expectedVersion = arguments.number("expectedVersion");
        RecordKey record = arguments.recordKey("record", tenant);
        StewardRequest request = request(environment);
        return mutate(() -> steward.detach(entity, expectedVersion, record, request));
    }

    private CompletionStage<?> judge(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        String item = arguments.text("item");
        Verdict verdict = arguments.value("verdict", Verdict.class);
        StewardRequest request = request(environment);
        return mutate(() -> steward.judge(item, verdict, request));
    }

    private CompletionStage<?> merge(DataFetchingEnvironment environment) {
        Map<EntityId, Long> expectedVersions = expectedVersions(Arguments.of(environment), "entities");
        StewardRequest request = request(environment);
        return mutate(() -> steward.merge(expectedVersions, request));
    }

    private CompletionStage<?> undo(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        String operation = arguments.text("operation");
        boolean chain = arguments.value("chain", Boolean.class);
        StewardRequest request = request(environment);
        return mutate(() -> chain ? steward.undoChain(operation, request) : steward.undo(operation, request));
    }

    /** The entities of an argument with the versions on which the decision was made. */
    static Map<EntityId, Long> expectedVersions(Arguments arguments, String name) {
        Map<EntityId, Long> expectedVersions = new LinkedHashMap<>();
        for (Arguments input : arguments.objects(name)) {
            EntityId id = input.entityId("id");
            long expectedVersion = input.number("expectedVersion");
            if (expectedVersions.put(id, expectedVersion) != null) {
                throw Arguments.invalid(name + " names " + id + " twice");
            }
        }
        return expectedVersions;
    }

    private SharedKey identifier(DataFetchingEnvironment environment) {
        return identifiers.only(Arguments.of(environment).object("identifier"));
    }

    private CompletionStage<OperationResult> mutate(Supplier<OperationResult> operation) {
        return work.write(operation).thenApply(result -> {
            feed.changed(result.entities().stream().map(Entity::id).toList());
            return result;
        });
    }

    /** Who asks, why, and under which key. */
    static StewardRequest request(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        return new StewardRequest(
                Actor.of(environment),
                arguments.text("reason"),
                arguments.text("idempotencyKey"),
                arguments.optionalText("ticket").orElse(""),
                arguments.optionalTime("reviewAt"));
    }
}
