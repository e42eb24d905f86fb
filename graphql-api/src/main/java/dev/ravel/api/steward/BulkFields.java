package dev.ravel.api.steward;

import dev.ravel.api.entity.IdentifierLookup;
import dev.ravel.api.error.ApiErrorCode;
import dev.ravel.api.feed.ChangeFeed;
import dev.ravel.api.request.RequestLimits;
import dev.ravel.api.schema.Arguments;
import dev.ravel.api.schema.Wiring;
import dev.ravel.api.work.StoreWork;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.review.QueuedItem;
import dev.ravel.resolver.review.ReviewQuery;
import dev.ravel.resolver.review.ReviewQueue;
import dev.ravel.resolver.steward.BulkOutcome;
import dev.ravel.resolver.steward.BulkSelection;
import dev.ravel.resolver.steward.BulkSteward;
import dev.ravel.resolver.steward.BulkTask;
import dev.ravel.resolver.steward.RecordQuery;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.IdentifierQuery;
import dev.ravel.resolver.store.OperationQuery;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers operations over lists and over queries. */
public final class BulkFields {
    private final BulkSteward steward;
    private final BulkSelection selection;
    private final EntityReader reader;
    private final ReviewQueue queue;
    private final String tenant;
    private final IdentifierLookup identifiers;
    private final StoreWork work;
    private final ChangeFeed feed;
    private final RequestLimits limits;

    public BulkFields(
            BulkSteward steward,
            BulkSelection selection,
            EntityReader reader,
            ReviewQueue queue,
            String tenant,
            IdentifierLookup identifiers,
            StoreWork work,
            ChangeFeed feed,
            RequestLimits limits) {
        this.steward = steward;
        this.selection = selection;
        this.reader = reader;
        this.queue = queue;
        this.tenant = tenant;
        this.identifiers = identifiers;
        this.work = work;
        this.feed = feed;
        this.limits = limits;
    }

    /** Wires bulk operations, their previews and outcomes. */
    public void wire(Wiring wiring) {
        wiring.root("Query", "previewBulk", environment -> {
            List<BulkTask> tasks = tasks(environment);
            return work.read(() -> steward.preview(tasks));
        });
        overQuery(wiring, "UndoAll", this::undoing);
        overQuery(wiring, "SuppressAll", environment -> {
            IdentifierQuery query = identifierQuery(environment, false);
            int first = first(environment);
            return () -> selection.suppress(query, first);
        });
        overQuery(wiring, "RestoreAll", environment -> {
            IdentifierQuery query = identifierQuery(environment, true);
            int first = first(environment);
            return () -> selection.restore(query, first);
        });
        overQuery(wiring, "DetachAll", this::detaching);
        overQuery(wiring, "JudgeAll", this::judging);
        wiring.root("Mutation", "bulk", environment -> {
            List<BulkTask> tasks = tasks(environment);
            StewardRequest request = StewardFields.request(environment);
            return mutate(() -> steward.perform(tasks, request));
        });
        for (String type : List.of("BulkOutcome", "BulkPreview")) {
            wiring.type(type, BulkOutcome.class)
                    .plain("target", BulkOutcome::target)
                    .plain("result", outcome -> outcome.result().orElse(null))
                    .plain("code", outcome -> outcome.refusal()
                            .map(refusal -> ApiErrorCode.of(refusal.code()).name())
                            .orElse(null))
                    .plain("message", outcome -> outcome.refusal()
                            .map(Throwable::getMessage)
                            .orElse(null));
        }
    }

    /** Wires a mutation over a query, and its preview; the query is answered when the work is done. */
    private void overQuery(
            Wiring wiring, String name, Function<DataFetchingEnvironment, Supplier<List<BulkTask>>> selected) {
        wiring.root("Query", "preview" + name, environment -> {
            Supplier<List<BulkTask>> tasks = selected.apply(environment);
            return work.read(() -> steward.preview(tasks.get()));
        });
        wiring.root("Mutation", Character.toLowerCase(name.charAt(0)) + name.substring(1), environment -> {
            Supplier<List<BulkTask>> tasks = selected.apply(environment);
            StewardRequest request = StewardFields.request(environment);
            return mutate(() -> steward.perform(tasks.get(), request));
        });
    }

    private List<BulkTask> tasks(DataFetchingEnvironment environment) {
        return Arguments.of(environment).objects("operations").stream()
                .map(this::task)
                .toList();
    }

    private BulkTask task(Arguments operation) {
        Set<String> given = operation.given();
        if (given.size() != 1) {
            throw Arguments.invalid("each of the operations is exactly one of its fields, not " + given);
        }
        String kind = given.iterator().next();
        return switch (kind) {
            case "split" -> split(operation.object(kind));
            case "separate" ->
                BulkTask.separate(
                        reader,
                        operation.object(kind).recordKey("a", tenant),
                        operation.object(kind).recordKey("b", tenant));
            case "detach" -> BulkTask.detach(reader, operation.recordKey(kind, tenant));
            case "merge" -> BulkTask.merge(StewardFields.expectedVersions(operation, kind));
            case "judge" ->
                BulkTask.judge(
                        operation.object(kind).text("item"),
                        operation.object(kind).value("verdict", Verdict.class));
            case "suppressIdentifier" -> BulkTask.suppress(identifiers.only(operation.object(kind)));
            case "restoreIdentifier" -> BulkTask.restore(identifiers.only(operation.object(kind)));
            default -> BulkTask.undo(operation.text(kind));
        };
    }

    private BulkTask split(Arguments split) {
        EntityId entity = split.entityId("entity");
        List<Set<RecordKey>> groups = split.recordGroups("groups", tenant);
        return BulkTask.split(entity, split.number("expectedVersion"), groups);
    }

    private Supplier<List<BulkTask>> undoing(DataFetchingEnvironment environment) {
        Arguments where = Arguments.of(environment).object("where");
        OperationQuery query = new OperationQuery(
                where.optionalText("actor"),
                where.optionalText("kind"),
                where.optionalText("ticket"),
                where.optionalTime("from"),
                where.optionalTime("to"));
        int first = first(environment);
        return () -> selection.undo(query, first);
    }

    private Supplier<List<BulkTask>> detaching(DataFetchingEnvironment environment) {
        Arguments where = Arguments.of(environment).object("where");
        RecordQuery query = new RecordQuery(
                where.optionalText("entity").map(EntityId::new),
                where.optionalObject("identifier").map(identifiers::only),
                where.optionalText("source"));
        int first = first(environment);
        return () -> selection.detach(query, first);
    }

    private static IdentifierQuery identifierQuery(DataFetchingEnvironment environment, boolean suppressed) {
        Arguments where = Arguments.of(environment).object("where");
        return new IdentifierQuery(
                where.value("type", IdentifierType.class),
                where.number("minRecords"),
                where.optionalNumber("maxRecords").orElse(Integer.MAX_VALUE),
                suppressed);
    }

    private int first(DataFetchingEnvironment environment) {
        return Arguments.of(environment).first(Math.min(BulkSteward.MOST_TASKS, limits.maxPageSize()));
    }

    private Supplier<List<BulkTask>> judging(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        Arguments where = arguments.object("where");
        ReviewQuery query = new ReviewQuery(
                where.optional("kind", ReviewKind.class),
                where.optional("minWeight", Double.class),
                where.optional("maxWeight", Double.class),
                where.optionalText("source"),
                where.optionalText("cause"));
        Verdict verdict = arguments.value("verdict", Verdict.class);
        int first = first(environment);
        return () -> queue.find(query, first).stream()
                .map(QueuedItem::stored)
                .map(stored -> BulkTask.judge(stored.item().id(), verdict))
                .toList();
    }

    private CompletionStage<List<BulkOutcome>> mutate(Supplier<List<BulkOutcome>> operations) {
        return work.write(operations).thenApply(outcomes -> {
            feed.changed(outcomes.stream()
                    .flatMap(outcome -> outcome.result().stream())
                    .flatMap(result -> result.entities().stream())
                    .map(Entity::id)
                    .distinct()
                    .toList());
            return outcomes;
        });
    }
}
