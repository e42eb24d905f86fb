package dev.ravel.api.review;

import dev.ravel.api.explain.SharedIdentifier;
import dev.ravel.api.request.RequestLimits;
import dev.ravel.api.schema.Actor;
import dev.ravel.api.schema.Arguments;
import dev.ravel.api.schema.Wiring;
import dev.ravel.api.work.StoreWork;
import dev.ravel.model.cluster.Guard;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.review.QueuedItem;
import dev.ravel.resolver.review.ReviewQueue;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoreCounts;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers the review queue, who works on what in it, and the counts of the graph. */
public final class ReviewFields {
    /** How many links a guard holds back. */
    private record HeldLinks(Guard guard, long links) {}

    private final EntityReader reader;
    private final ReviewQueue queue;
    private final StoreWork work;
    private final RequestLimits limits;

    public ReviewFields(EntityReader reader, ReviewQueue queue, StoreWork work, RequestLimits limits) {
        this.reader = reader;
        this.queue = queue;
        this.work = work;
        this.limits = limits;
    }

    /** Wires review items and statistics. */
    public void wire(Wiring wiring) {
        wiring.root("Query", "reviewQueue", this::queue);
        wiring.root("Query", "reviewItem", environment -> {
            String item = Arguments.of(environment).text("id");
            return work.read(() -> queue.item(item).orElse(null));
        });
        wiring.root("Mutation", "claim", environment -> {
            String item = Arguments.of(environment).text("item");
            String actor = Actor.of(environment);
            return work.write(() -> queue.claim(item, actor));
        });
        wiring.root("Mutation", "skip", environment -> {
            String item = Arguments.of(environment).text("item");
            String actor = Actor.of(environment);
            return work.write(() -> queue.skip(item, actor));
        });
        wiring.root("Mutation", "handOver", environment -> {
            String item = Arguments.of(environment).text("item");
            String to = Arguments.of(environment).text("to");
            String actor = Actor.of(environment);
            return work.write(() -> queue.handOver(item, actor, to));
        });
        wiring.root("Query", "statistics", environment -> work.read(reader::counts));
        wiring.enumeration(ReviewKind.class);
        wiring.type("ReviewItem", QueuedItem.class)
                .plain("id", queued -> queued.stored().item().id())
                .plain("kind", queued -> queued.stored().item().kind())
                .plain("a", queued -> record(queued, RecordPair::smaller))
                .plain("b", queued -> record(queued, RecordPair::larger))
                .plain("identifier", ReviewFields::identifier)
                .plain("weight", queued -> queued.stored().item().weight())
                .plain("cause", queued -> queued.stored().item().cause())
                .plain("openedAt", queued -> queued.stored().openedAt())
                .plain("open", queued -> queued.stored().open())
                .plain("closedBy", queued -> textOrNull(queued.stored().closedBy()))
                .plain("claimedBy", queued -> textOrNull(queued.stored().claimedBy()))
                .plain("skips", queued -> queued.stored().skips())
                .plain("stake", QueuedItem::stake)
                .plain("doubt", QueuedItem::doubt)
                .plain("priority", QueuedItem::priority);
        wiring.type("Statistics", StoreCounts.class)
                .plain("liveRecords", StoreCounts::liveRecords)
                .plain("entities", StoreCounts::entities)
                .plain("mergedEntities", StoreCounts::mergedEntities)
                .plain("retiredEntities", StoreCounts::retiredEntities)
                .plain("identifiers", StoreCounts::identifiers)
                .plain("suppressedIdentifiers", StoreCounts::suppressedIdentifiers)
                .plain("blocksOverCap", StoreCounts::blocksOverCap)
                .plain("openReviewItems", StoreCounts::openReviewItems)
                .plain("events", StoreCounts::events)
                .plain("heldLinks", ReviewFields::heldLinks);
        wiring.type("HeldLinks", HeldLinks.class)
                .plain("guard", HeldLinks::guard)
                .plain("links", HeldLinks::links);
    }

    private static List<HeldLinks> heldLinks(StoreCounts counts) {
        return counts.heldByGuard().entrySet().stream()
                .map(held -> new HeldLinks(held.getKey(), held.getValue()))
                .toList();
    }

    private CompletionStage<?> queue(DataFetchingEnvironment environment) {
        int first = Arguments.of(environment).first(limits.maxPageSize());
        boolean unclaimed = Arguments.of(environment).value("unclaimed", Boolean.class);
        return work.read(() -> queue.first(first, unclaimed));
    }

    private static @Nullable RecordKey record(QueuedItem queued, Function<RecordPair, RecordKey> side) {
        return queued.stored().item().pair().map(side).orElse(null);
    }

    private static @Nullable SharedIdentifier identifier(QueuedItem queued) {
        return queued.stored()
                .item()
                .identifier()
                .map(key -> new SharedIdentifier(key, queued.suppressed()))
                .orElse(null);
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
