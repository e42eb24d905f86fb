package dev.ravel.api.steward;

import dev.ravel.api.entity.IdentifierLookup;
import dev.ravel.api.error.ApiErrorCode;
import dev.ravel.api.feed.ChangeFeed;
import dev.ravel.api.request.RequestLimits;
import dev.ravel.api.schema.Arguments;
import dev.ravel.api.schema.Wiring;
import dev.ravel.api.work.StoreWork;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.review.QueuedItem;
import dev.ravel.resolver.review.ReviewQuery;
import dev.ravel.resolver.review.ReviewQueue;
import dev.ravel.resolver.steward.BulkOutcome;
import dev.ravel.resolver.steward.BulkSteward;
import dev.ravel.resolver.steward.BulkTask;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.EntityReader;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Answers operations over lists and over queries. */
public final class BulkFields {
    private final BulkSteward steward;
    private final EntityReader reader;
    private final ReviewQueue queue;
    private final String tenant;
    private final IdentifierLookup identifiers;
    private final StoreWork work;
    private final ChangeFeed feed;
    private final RequestLimits limits;

    public BulkFields(
            BulkSteward steward,
            EntityReader reader,
            ReviewQueue queue,
            String tenant,
            IdentifierLookup identifiers,
            StoreWork work,
            ChangeFeed feed,
            RequestLimits limits) {
        this.steward = steward;
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
        wiring.root("Query", "previewJudgeAll", environment -> {
            Supplier<List<BulkTask>> tasks = judging(environment);
            return work.read(() -> steward.preview(tasks.get()));
        });
        wiring.root("Mutation", "bulk", environment -> {
            List<BulkTask> tasks = tasks(environment);
            StewardRequest request = StewardFields.request(environment);
            return mutate(() -> steward.perform(tasks, request));
        });
        wiring.root("Mutation", "judgeAll", environment -> {
            Supplier<List<BulkTask>> tasks = judging(environment);
            StewardRequest request = StewardFields.request(environment);
            return mutate(() -> steward.perform(tasks.get(), request));
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
        int first = arguments.first(Math.min(BulkSteward.MOST_TASKS, limits.maxPageSize()));
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
