package dev.ravel.model.review;

import dev.ravel.model.evidence.RecordPair;
import java.util.Objects;

/**
 * One question for a person.
 *
 * @param id derived from kind and pair, so that the same question is asked once
 * @param kind why
 * @param pair the records in question
 * @param weight the match weight of the pair, log2
 * @param cause the guard's name or the judgement's id, empty for a doubtful pair
 */
public record ReviewItem(String id, ReviewKind kind, RecordPair pair, double weight, String cause) {
    public ReviewItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(cause, "cause");
    }

    /** The item that asks about a pair for one kind of reason. */
    public static ReviewItem of(ReviewKind kind, RecordPair pair, double weight, String cause) {
        return new ReviewItem(kind + "|" + pair.smaller() + "|" + pair.larger(), kind, pair, weight, cause);
    }
}
