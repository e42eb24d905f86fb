package dev.ravel.model.review;

import dev.ravel.model.evidence.RecordPair;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One question for a person.
 *
 * @param id derived from what is asked, so that the same question is asked once
 * @param kind why
 * @param pair the records in question
 * @param weight the match weight of the pair, log2
 * @param cause the guard's name, the id of the judgement or operation, or the audit sample's name;
 *     empty for a doubtful pair
 * @param from when it is to be asked, empty for at once
 */
public record ReviewItem(
        String id, ReviewKind kind, RecordPair pair, double weight, String cause, Optional<Instant> from) {
    public ReviewItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(from, "from");
    }

    /** The item that asks about a pair for one kind of reason, at once. */
    public static ReviewItem of(ReviewKind kind, RecordPair pair, double weight, String cause) {
        return new ReviewItem(idOf(kind, pair), kind, pair, weight, cause, Optional.empty());
    }

    /** The id of the item that asks about a pair for one kind of reason. */
    public static String idOf(ReviewKind kind, RecordPair pair) {
        return kind + "|" + pair.smaller() + "|" + pair.larger();
    }

    /** The item that asks, from a day on, to look at a judgement again. */
    public static ReviewItem ofJudgement(String judgement, RecordPair pair, Instant from) {
        return new ReviewItem(idOfJudgement(judgement), ReviewKind.REVIEW_DUE, pair, 0, judgement, Optional.of(from));
    }

    /** The item that asks a second steward to confirm a merge, about two of its records. */
    public static ReviewItem ofProposal(String operation, RecordPair pair) {
        return new ReviewItem(idOfProposal(operation), ReviewKind.SECOND_STEWARD, pair, 0, operation, Optional.empty());
    }

    /** The id of the item that asks a second steward to confirm a merge. */
    public static String idOfProposal(String operation) {
        return ReviewKind.SECOND_STEWARD + "|" + operation;
    }

    /** The id of the item that asks to look at a judgement again. */
    public static String idOfJudgement(String judgement) {
        return ReviewKind.REVIEW_DUE + "|" + judgement;
    }
}
