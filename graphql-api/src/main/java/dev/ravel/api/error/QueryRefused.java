package dev.ravel.api.error;

import graphql.execution.AbortExecutionException;
import java.util.Map;

/** A request that is not executed, because it asks for too much. */
public final class QueryRefused extends AbortExecutionException {
    private static final long serialVersionUID = 1L;

    public QueryRefused(String message) {
        super(message);
    }

    @Override
    public Map<String, Object> getExtensions() {
        return Map.of("code", ApiErrorCode.LIMIT_EXCEEDED.name());
    }
}
