package dev.ravel.resolver.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A failure of resolution, with a stable code and a message that says what, where and what to do next. */
public class ResolutionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public ResolutionException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public ResolutionException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** The stable code. */
    public ErrorCode code() {
        return code;
    }
}
