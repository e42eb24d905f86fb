package dev.ravel.api.schema;

import dev.ravel.api.error.QueryRefused;
import dev.ravel.api.request.RequestLimits;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.Instrumentation;
import java.util.List;

/** Refuses, before anything is read, requests that are too deep or ask for too much. */
final class QueryLimits {
    private QueryLimits() {}

    static List<Instrumentation> of(RequestLimits limits) {
        return List.of(new Depth(limits.maxDepth()), new Cost(limits.maxCost()));
    }

    private static final class Depth extends MaxQueryDepthInstrumentation {
        Depth(int limit) {
            super(limit);
        }

        @Override
        protected AbortExecutionException mkAbortException(int depth, int limit) {
            return new QueryRefused("the request nests " + depth + " levels of fields, the limit is " + limit
                    + "; ask in several requests");
        }
    }

    private static final class Cost extends MaxQueryComplexityInstrumentation {
        Cost(int limit) {
            super(limit, new QueryCost());
        }

        @Override
        protected AbortExecutionException mkAbortException(int cost, int limit) {
            return new QueryRefused("the request may answer with about " + cost + " values, the limit is " + limit
                    + "; ask for smaller pages or fewer fields");
        }
    }
}
