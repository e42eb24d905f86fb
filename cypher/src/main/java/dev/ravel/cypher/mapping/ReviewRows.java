package dev.ravel.cypher.mapping;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.store.StoredReviewItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Review items: {@code (:ReviewItem:OpenReview {key, kind, smaller, larger, weight, cause, openedAt})}. The pair is named by
 * its keys and has a {@code MATCHES} relationship of its own; links to the records would double what a question costs.
 */
public final class ReviewRows {
    private ReviewRows() {}

    /** The row of an item that opens. */
    public static Map<String, @Nullable Object> row(String prefix, ReviewItem item, Instant at) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("key", prefix + item.id());
        row.put("kind", item.kind().name());
        row.put("smaller", item.pair().smaller().text());
        row.put("larger", item.pair().larger().text());
        row.put("weight", item.weight());
        row.put("cause", item.cause().isEmpty() ? null : item.cause());
        row.put("at", Times.in(at));
        return row;
    }

    /** The item in a row. */
    public static StoredReviewItem item(Record row) {
        return new StoredReviewItem(
                ReviewItem.of(
                        ReviewKind.valueOf(row.get("kind").asString()),
                        new RecordPair(
                                RecordKey.parse(row.get("smaller").asString()),
                                RecordKey.parse(row.get("larger").asString())),
                        row.get("weight").asDouble(),
                        Rows.textOrEmpty(row.get("cause"))),
                Times.out(row.get("openedAt")),
                row.get("open").asBoolean());
    }
}
