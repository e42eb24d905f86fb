package dev.ravel.api.error;

import dev.ravel.resolver.error.ResolutionException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * A failure as a caller may see it: its code and a message that gives nothing of the server's inside away.
 *
 * @param code the stable code
 * @param message what, where and what to do next
 */
public record Failure(ApiErrorCode code, String message) {
    private static final String INTERNAL_MESSAGE =
            "the server failed; its log has the cause under this correlation id: ";

    /** What a caller may see of an exception. */
    public static Failure of(Throwable thrown, String correlationId) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof ApiException refused) {
            return new Failure(refused.code(), messageOf(refused));
        }
        if (cause instanceof ResolutionException failed) {
            ApiErrorCode code = ApiErrorCode.of(failed.code());
            return code == ApiErrorCode.INTERNAL ? internal(correlationId) : new Failure(code, messageOf(failed));
        }
        if (cause instanceof TimeoutException) {
            return new Failure(
                    ApiErrorCode.TIMEOUT,
                    "the store did not answer in time; reads can be repeated, and mutations under the same"
                            + " idempotencyKey");
        }
        return internal(correlationId);
    }

    /** A fault of the server. */
    public static Failure internal(String correlationId) {
        return new Failure(ApiErrorCode.INTERNAL, INTERNAL_MESSAGE + correlationId);
    }

    /** The exception beneath the wrappers that futures add. */
    public static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The {@code extensions} of the error. */
    public Map<String, Object> extensions(String correlationId) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code.name());
        extensions.put("correlationId", correlationId);
        return extensions;
    }

    private static String messageOf(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }
}
