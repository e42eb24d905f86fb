package dev.ravel.generator;

/** What must hold of the records of one instance of a scenario once all of them are in the graph. */
public enum Expectation {
    /** The live records of each customer are one entity. */
    CUSTOMERS_WHOLE,
    /** No entity holds records of two customers. */
    CUSTOMERS_APART,
    /** An identifier that at least two of the records carry is suppressed. */
    IDENTIFIER_SUPPRESSED,
    /** A block that at least two of the records are in is over its cap, so that it proposes no pairs. */
    BLOCK_OVER_CAP,
    /** A link between two of the records is held by the scenario's guard, and a question about it is open. */
    LINK_HELD,
    /** A pair of the records is put to a person as doubtful. */
    PAIR_DOUBTFUL,
    /** A contradicting version of one of the records is put to a person. */
    CONTRADICTION_REPORTED,
    /** Records whose newest version is a deletion are in no entity. */
    DELETED_GONE
}
