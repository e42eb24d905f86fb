package dev.ravel.resolver.store;

import dev.ravel.model.review.ReviewItem;
import java.time.Instant;
import java.util.Objects;

/**
 * A review item in the queue.
 *
 * @param item the question
 * @param openedAt recorded time, or the day from which it is to be asked
 * @param open whether it still waits for a person
 * @param closedBy the operation that answered it, or the operation or load that made it moot; empty while open
 * @param claimedBy who works on it; empty if nobody does
 * @param skips how often it has been put back unanswered
 */
public record StoredReviewItem(
        ReviewItem item, Instant openedAt, boolean open, String closedBy, String claimedBy, int skips) {
    public StoredReviewItem {
        Objects.requireNonNull(closedBy, "closedBy");
        Objects.requireNonNull(claimedBy, "claimedBy");
    }

    /** An open item on which nobody works. */
    public StoredReviewItem(ReviewItem item, Instant openedAt) {
        this(item, openedAt, true, "", "", 0);
    }

    /** The same, worked on by another person, or by nobody. */
    public StoredReviewItem claimed(String by) {
        return new StoredReviewItem(item, openedAt, open, closedBy, by, skips);
    }

    /** The same, put back unanswered. */
    public StoredReviewItem skipped() {
        return new StoredReviewItem(item, openedAt, open, closedBy, "", skips + 1);
    }

    /** The same, answered or moot. */
    public StoredReviewItem closed(String by) {
        return new StoredReviewItem(item, openedAt, false, by, claimedBy, skips);
    }
}
