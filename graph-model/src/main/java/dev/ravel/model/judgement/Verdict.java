package dev.ravel.model.judgement;

/** What a judgement says of records. */
public enum Verdict {
    /** They are one customer. */
    SAME,
    /** The groups are different customers: no record of one group is in the same entity as a record of another. */
    NOT_SAME,
    /** Looked at and undecided; touches only the review queue. */
    UNSURE
}
