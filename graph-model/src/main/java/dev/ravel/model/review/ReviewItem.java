package dev.ravel.model.review;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierJudgement;
import dev.ravel.model.judgement.Judgement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One question for a person, about two records or about an identifier.
 *
 * @param id derived from what is asked, so that the same question is asked once
 * @param kind why
 * @param pair the records in question; empty if it is about an identifier
 * @param identifier the identifier in question; empty if it is about records
 * @param weight the match weight of the pair, log2; 0 for an identifier
 * @param cause the guard's name, the id of the judgement or operation, or the audit sample's name;
 *     empty for a doubtful pair
 * @param from when it is to be asked, empty for at once
 */
public record ReviewItem(
        String id,
        ReviewKind kind,
        Optional<RecordPair> pair,
        Optional<SharedKey> identifier,
        double weight,
        String cause,
        Optional<Instant> from) {
    public ReviewItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(identifier, "identifier");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(from, "from");
        if (pair.isPresent() == identifier.isPresent()) {
            throw new IllegalArgumentException("a question is about two records or about an identifier: " + id);
        }
    }

    /** The item that asks about a pair for one kind of reason, at once. */
    public static ReviewItem of(ReviewKind kind, RecordPair pair, double weight, String cause) {
        return about(idOf(kind, pair), kind, pair, weight, cause, Optional.empty());
    }

    /** The id of the item that asks about a pair for one kind of reason. */
    public static String idOf(ReviewKind kind, RecordPair pair) {
        return kind + "|" + pair.smaller() + "|" + pair.larger();
    }

    /**
     * The item that asks, from its review date on, to look at a judgement again, about two of its records; empty if it has no
     * such date, or names one record only.
     */
    public static Optional<ReviewItem> due(Judgement judgement) {
        return twoOf(judgement).flatMap(pair -> judgement
                .reviewAt()
                .map(day -> about(
                        idOfJudgement(judgement.id()),
                        ReviewKind.REVIEW_DUE,
                        pair,
                        0,
                        judgement.id(),
                        Optional.of(day))));
    }

    /** The item that asks, from its review date on, to look at a judgement of an identifier again; empty if it has none. */
    public static Optional<ReviewItem> due(IdentifierJudgement judgement) {
        return judgement
                .reviewAt()
                .map(day -> new ReviewItem(
                        idOfJudgement(judgement.id()),
                        ReviewKind.REVIEW_DUE,
                        Optional.empty(),
                        Optional.of(judgement.identifier()),
                        0,
                        judgement.id(),
                        Optional.of(day)));
    }

    /** The item that asks a second steward to confirm a merge, about two of its records. */
    public static ReviewItem ofProposal(Judgement proposed) {
        RecordPair pair = twoOf(proposed)
                .orElseThrow(() -> new IllegalArgumentException("a merge of one record: " + proposed.id()));
        return about(
                idOfProposal(proposed.operation()),
                ReviewKind.SECOND_STEWARD,
                pair,
                0,
                proposed.operation(),
                Optional.empty());
    }

    /** The id of the item that asks a second steward to confirm a merge. */
    public static String idOfProposal(String operation) {
        return ReviewKind.SECOND_STEWARD + "|" + operation;
    }

    /** The id of the item that asks to look at a judgement again, of records or of an identifier. */
    public static String idOfJudgement(String judgement) {
        return ReviewKind.REVIEW_DUE + "|" + judgement;
    }

    /** The records in question; none if it is about an identifier. */
    public List<RecordKey> records() {
        return pair.map(two -> List.of(two.smaller(), two.larger())).orElse(List.of());
    }

    private static ReviewItem about(
            String id, ReviewKind kind, RecordPair pair, double weight, String cause, Optional<Instant> from) {
        return new ReviewItem(id, kind, Optional.of(pair), Optional.empty(), weight, cause, from);
    }

    /** Two records of a judgement, on two sides if it has sides; empty if it names one. */
    private static Optional<RecordPair> twoOf(Judgement judgement) {
        List<RecordKey> apart =
                judgement.groups().stream().map(SortedSet::first).limit(2).toList();
        List<RecordKey> two = apart.size() == 2
                ? apart
                : judgement.records().stream().limit(2).toList();
        return two.size() < 2 ? Optional.empty() : Optional.of(RecordPair.of(two.get(0), two.get(1)));
    }
}
