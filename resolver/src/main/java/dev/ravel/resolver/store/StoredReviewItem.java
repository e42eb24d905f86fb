package dev.ravel.resolver.store;

import dev.ravel.model.review.ReviewItem;
import java.time.Instant;

/**
 * A review item in the queue.
 *
 * @param item the question
 * @param openedAt recorded time
 */
public record StoredReviewItem(ReviewItem item, Instant openedAt) {}
