package dev.ravel.cypher.mapping;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.store.StoredReviewItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Review items: {@code (:ReviewItem:OpenReview {key, kind, smaller, larger, identifier, weight, cause, openedAt,
 * claimedBy, skips, closedAt, closedBy})}. The pair is named by
 * its keys and has a {@code MATCHES} relationship of its own; links to the records would double what a question costs.
 */
public final class ReviewRows {
    private ReviewRows() {}

    /** The row of an item that opens. */
    public static Map<String, @Nullable Object> row(String prefix, ReviewItem item, Instant at) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("key", prefix + item.id());
        row.put("kind", item.kind().name());
        row.put("smaller", item.pair().map(pair -> pair.smaller().text()).orElse(null));
        row.put("larger", item.pair().map(pair -> pair.larger().text()).orElse(null));
        row.put("identifier", item.identifier().map(SharedKey::text).orElse(null));
        row.put("weight", item.weight());
        row.put("cause", item.cause().isEmpty() ? null : item.cause());
        row.put("at", Times.in(item.from().orElse(at)));
        return row;
    }

    /** The item in a row. */
    public static StoredReviewItem item(String prefix, Record row) {
        ReviewKind kind = ReviewKind.valueOf(row.get("kind").asString());
        Instant openedAt = Times.out(row.get("openedAt"));
        return new StoredReviewItem(
                new ReviewItem(
                        row.get("key").asString().substring(prefix.length()),
                        kind,
                        pair(row),
                        row.get("identifier").isNull()
                                ? Optional.empty()
                                : Optional.of(
                                        SharedKey.parse(row.get("identifier").asString())),
                        row.get("weight").asDouble(),
                        Rows.textOrEmpty(row.get("cause")),
                        kind == ReviewKind.REVIEW_DUE ? Optional.of(openedAt) : Optional.empty()),
                openedAt,
                row.get("open").asBoolean(),
                Rows.textOrEmpty(row.get("closedBy")),
                Rows.textOrEmpty(row.get("claimedBy")),
                row.get("skips").asInt(0));
    }

    private static Optional<RecordPair> pair(Record row) {
        return row.get("smaller").isNull()
                ? Optional.empty()
                : Optional.of(new RecordPair(
                        RecordKey.parse(row.get("smaller").asString()),
                        RecordKey.parse(row.get("larger").asString())));
    }
}
