package dev.ravel.api.error;

import java.util.Objects;

/** A request that the API refuses, with a message that says what, where and what to do next. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ApiErrorCode code;

    public ApiException(ApiErrorCode code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** The stable code. */
    public ApiErrorCode code() {
        return code;
    }
}
