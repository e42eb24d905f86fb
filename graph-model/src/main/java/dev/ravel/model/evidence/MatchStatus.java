package dev.ravel.model.evidence;

/** What became of a scored pair that is worth keeping. */
public enum MatchStatus {
    /** At or above the match threshold, and its records are one entity. */
    ACCEPTED,
    /** Between the two thresholds: a person should look. */
    REVIEW,
    /** At or above the match threshold, but cut by a guard. */
    HELD,
    /** At or above the match threshold, but a judgement keeps the two sides apart. */
    BLOCKED,
    /** Joined because a judgement says SAME, whatever the weight. */
    JUDGED
}
