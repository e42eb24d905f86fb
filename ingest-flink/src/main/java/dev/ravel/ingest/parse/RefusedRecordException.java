package dev.ravel.ingest.parse;

/** Ends the parsing of a record that cannot be taken in. Carries no stack trace: it is data, not an accident. */
final class RefusedRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DeadLetterReason reason;

    RefusedRecordException(DeadLetterReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    DeadLetterReason reason() {
        return reason;
    }
}
