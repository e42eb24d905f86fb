package dev.ravel.model.cluster;

/** What holds a link back although its weight would accept it. */
public enum Guard {
    /** The component was larger than the size limit. */
    COMPONENT_SIZE,
    /** Two records differ in a value of which a customer has one, such as a national id. */
    EXCLUSIVE_CONFLICT,
    /** A single link just above the threshold was all that held two groups together. */
    WEAK_BRIDGE,
    /** A standing judgement says that the two sides are different customers. */
    CANNOT_LINK,
    /** The record links to two sides that must stay apart, and neither side leads by enough. */
    AMBIGUOUS_BRIDGE
}
