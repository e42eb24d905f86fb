package dev.ravel.ingest.parse;

/** Why an input cannot be taken in. The names are part of the dead-letter files and do not change. */
public enum DeadLetterReason {
    /** Its bytes are not of the input's encoding. */
    UNREADABLE_BYTES,
    /** It is not JSON, or not a CSV line with the header's number of fields. */
    MALFORMED,
    /** Nothing says how to read it: no mapping, or a mapped column is not there. */
    NO_MAPPING,
    /** It has no source or no id. */
    MISSING_ID,
    /** A value does not fit: record type, sequence, the length of an id. */
    INVALID_VALUE,
    /** Its time cannot be read. */
    INVALID_TIME,
    /** Its time lies too far in the future. */
    IN_THE_FUTURE,
    /** The graph refuses it, alone in a batch. */
    REJECTED
}
