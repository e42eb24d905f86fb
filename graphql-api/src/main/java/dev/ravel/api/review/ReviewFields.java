package dev.ravel.api.review;

import dev.ravel.api.request.RequestLimits;
import dev.ravel.api.schema.Arguments;
import dev.ravel.api.schema.Wiring;
import dev.ravel.api.work.StoreWork;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.StoreCounts;
import dev.ravel.resolver.store.StoredReviewItem;
import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletionStage;

/** Answers the review queue and the counts of the graph. */
public final class ReviewFields {
    private final EntityReader reader;
    private final StoreWork work;
    private final RequestLimits limits;

    public ReviewFields(EntityReader reader, StoreWork work, RequestLimits limits) {
        this.reader = reader;
        this.work = work;
        this.limits = limits;
    }

    /** Wires review items and statistics. */
    public void wire(Wiring wiring) {
        wiring.root("Query", "reviewQueue", this::queue);
        wiring.root("Query", "statistics", environment -> work.read(reader::counts));
        wiring.enumeration(ReviewKind.class);
        wiring.type("ReviewItem", StoredReviewItem.class)
                .plain("id", stored -> stored.item().id())
                .plain("kind", stored -> stored.item().kind())
                .plain("a", stored -> stored.item().pair().smaller())
                .plain("b", stored -> stored.item().pair().larger())
                .plain("weight", stored -> stored.item().weight())
                .plain("cause", stored -> stored.item().cause())
                .plain("openedAt", StoredReviewItem::openedAt);
        wiring.type("Statistics", StoreCounts.class)
                .plain("liveRecords", StoreCounts::liveRecords)
                .plain("entities", StoreCounts::entities)
                .plain("mergedEntities", StoreCounts::mergedEntities)
                .plain("retiredEntities", StoreCounts::retiredEntities)
                .plain("identifiers", StoreCounts::identifiers)
                .plain("suppressedIdentifiers", StoreCounts::suppressedIdentifiers)
                .plain("blocksOverCap", StoreCounts::blocksOverCap)
                .plain("openReviewItems", StoreCounts::openReviewItems)
                .plain("events", StoreCounts::events);
    }

    private CompletionStage<?> queue(DataFetchingEnvironment environment) {
        int first = Arguments.of(environment).first(limits.maxPageSize());
        return work.read(() -> reader.openReviewItems(first));
    }
}
