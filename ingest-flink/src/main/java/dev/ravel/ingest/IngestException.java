package dev.ravel.ingest;

import dev.ravel.resolver.error.ResolutionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown when a load cannot go on. The message says why, from the innermost cause. */
public final class IngestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IngestException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static IngestException of(String what, Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof ResolutionException)) {
            root = root.getCause();
        }
        String reason = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return new IngestException(what + ": " + reason, failure);
    }

    /** The resolution's own failure behind this one, with its stable code. */
    public Optional<ResolutionException> resolutionFailure() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ResolutionException known) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
