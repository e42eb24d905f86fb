package dev.ravel.model.review;

/** Why a person should look. */
public enum ReviewKind {
    /** A pair between the two thresholds. */
    DOUBTFUL_PAIR,
    /** A link that a judgement blocks: a record bridges two sides that were split. */
    BLOCKED_BRIDGE,
    /** A guard cut a link that the weight would accept. */
    TRIPPED_GUARD,
    /** A version of a record contradicts the one before it on a value of which a customer has one. */
    CONTRADICTING_VERSION,
    /** The day has come on which a judgement was to be looked at again. */
    REVIEW_DUE,
    /** The pair was drawn at random, so that precision and recall can be estimated. */
    AUDIT,
    /** A merge that one steward proposed waits for a second one. */
    SECOND_STEWARD
}
