package dev.ravel.resolver.error;

/** What went wrong, for programs. The names are part of the API and do not change. */
public enum ErrorCode {
    /** A record, value or argument does not fit its contract. */
    INVALID_INPUT,
    /** No such entity, record, operation or review item. */
    NOT_FOUND,
    /** The entity's membership has changed since the caller looked. */
    VERSION_CONFLICT,
    /** The operation contradicts standing judgements. */
    CONTRADICTS_JUDGEMENT,
    /** A later operation stands in the way of this undo. */
    BLOCKED_BY_LATER_OPERATION,
    /** The idempotency key was used for another operation. */
    IDEMPOTENCY_CONFLICT,
    /** The graph is stamped with another resolution digest. */
    DIGEST_MISMATCH,
    /** The store cannot be reached or answers with an error that will not go away by itself. */
    STORE_UNAVAILABLE,
    /** A promise that the code makes to itself is broken; nothing was written. */
    BROKEN_INVARIANT
}
