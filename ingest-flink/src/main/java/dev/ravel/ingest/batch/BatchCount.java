package dev.ravel.ingest.batch;

/** What a batch job counts, each the name of an accumulator of its result. */
enum BatchCount {
    /** Versions read. */
    VERSIONS,
    /** Inputs that could not be read. */
    DEAD_LETTERS,
    /** Phones and document numbers that a spreadsheet had cut short. */
    LOST_NUMBERS,
    /** Phone numbers of live records that are valid nowhere. */
    INVALID_PHONES,
    /** Live records. */
    RECORDS,
    /** Keys that live records would have beside theirs, without the limits of keys of a record. */
    LEFT_OUT_KEYS,
    /** Pairs scored. */
    CANDIDATE_PAIRS,
    /** Those of them that reached the match weight. */
    ACCEPTED_PAIRS,
    /** Identifiers that are suppressed. */
    SUPPRESSED,
    /** Blocks and identifiers with too many records to propose their pairs, though they are evidence. */
    SKIPPED_BLOCKS,
    /** The pairs of their records. */
    SKIPPED_PAIRS,
    /** Edges that the shuffle rounds left to one task. */
    RESIDUE
}
