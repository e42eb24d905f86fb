package dev.ravel.api.error;

import dev.ravel.resolver.error.ErrorCode;
import graphql.ErrorClassification;

/** What went wrong, as {@code extensions.code} says it. The names are part of the API and do not change. */
public enum ApiErrorCode implements ErrorClassification {
    /** The request is not a valid GraphQL document for this schema. */
    INVALID_QUERY,
    /** An argument does not fit its contract. */
    INVALID_INPUT,
    /** No such entity, record or operation. */
    NOT_FOUND,
    /** The entity's membership has changed since the caller looked. */
    VERSION_CONFLICT,
    /** The operation contradicts standing judgements. */
    CONTRADICTS_JUDGEMENT,
    /** A later operation stands in the way of this undo. */
    BLOCKED_BY_LATER_OPERATION,
    /** The idempotency key was used for another operation. */
    IDEMPOTENCY_CONFLICT,
    /** The request asks for more than one request may. */
    LIMIT_EXCEEDED,
    /** The server has more work than it can queue; try again later. */
    OVERLOADED,
    /** The store did not answer in time; what was asked may still happen. */
    TIMEOUT,
    /** The token is missing or wrong. */
    UNAUTHENTICATED,
    /** The graph is stamped with another resolution digest than this server's. */
    DIGEST_MISMATCH,
    /** The store cannot be reached. */
    STORE_UNAVAILABLE,
    /** A fault of the server; its log has the cause under the correlation id. */
    INTERNAL;

    /** The code under which the API reports a failure of the resolver. */
    public static ApiErrorCode of(ErrorCode code) {
        return switch (code) {
            case INVALID_INPUT -> INVALID_INPUT;
            case NOT_FOUND -> NOT_FOUND;
            case VERSION_CONFLICT -> VERSION_CONFLICT;
            case CONTRADICTS_JUDGEMENT -> CONTRADICTS_JUDGEMENT;
            case BLOCKED_BY_LATER_OPERATION -> BLOCKED_BY_LATER_OPERATION;
            case IDEMPOTENCY_CONFLICT -> IDEMPOTENCY_CONFLICT;
            case DIGEST_MISMATCH -> DIGEST_MISMATCH;
            case STORE_UNAVAILABLE -> STORE_UNAVAILABLE;
            case BROKEN_INVARIANT -> INTERNAL;
        };
    }

    /** Whether the cause is the server or its store, so that it belongs into the log. */
    public boolean isServerFault() {
        return this == INTERNAL || this == STORE_UNAVAILABLE || this == DIGEST_MISMATCH;
    }
}
