package dev.ravel.resolver.review;

import dev.ravel.resolver.store.StoredReviewItem;

/**
 * A question with what depends on its answer.
 *
 * @param stored the question
 * @param stake how many pairs of records the answer would join or part: for two entities the product of their sizes, for a
 *     record within an entity the number of the others, for an identifier at most the pairs of its carriers
 * @param doubt the probability, 0 to 1, that the graph is wrong about what is asked as it stands
 * @param suppressed whether it is about an identifier that is suppressed
 */
public record QueuedItem(StoredReviewItem stored, long stake, double doubt, boolean suppressed) {
    /** How many pairs of records are to be expected wrong if nobody answers. */
    public double priority() {
        return stake * doubt;
    }
}
