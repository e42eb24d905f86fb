package dev.ravel.resolver.explain;

/** What can keep two records apart. */
public enum WhyNotKind {
    /** A person's judgement sets them, or the customers that they belong to, apart. */
    CANNOT_LINK,
    /** A guard holds a link between their customers for a person to see. */
    GUARD,
    /** They share a value that is no evidence. */
    SUPPRESSED_VALUE,
    /** They share a value that so many carry that it proposes no comparison. */
    TOO_COMMON_VALUE,
    /** Nothing that they share makes them worth comparing. */
    NOT_COMPARED,
    /** Their weight does not reach the threshold. */
    BELOW_THRESHOLD,
    /** An attribute speaks against them. */
    DISAGREEMENT,
    /** An attribute could speak for them, but one of the two does not have it. */
    MISSING_EVIDENCE
}
