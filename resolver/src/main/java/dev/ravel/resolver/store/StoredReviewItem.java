package dev.ravel.resolver.store;

import dev.ravel.model.review.ReviewItem;
import java.time.Instant;

/**
 * A review item in the queue.
 *
 * @param item the question
 * @param openedAt recorded time
 * @param open whether it still waits for a person
 */
public record StoredReviewItem(ReviewItem item, Instant openedAt, boolean open) {}
