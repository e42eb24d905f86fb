package dev.ravel.api.error;

import dev.ravel.api.request.RequestContext;
import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every error of an answer a code and the correlation id: those that graphql-java itself raises, such as of
 * syntax and validation, have none.
 */
public final class ErrorCodes extends SimplePerformantInstrumentation {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorCodes.class);

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        List<GraphQLError> errors = result.getErrors();
        if (errors.isEmpty() || errors.stream().allMatch(ErrorCodes::isComplete)) {
            return CompletableFuture.completedFuture(result);
        }
        String correlationId = RequestContext.of(parameters.getGraphQLContext()).correlationId();
        List<GraphQLError> coded = errors.stream()
                .map(error -> isComplete(error) ? error : coded(error, correlationId))
                .toList();
        return CompletableFuture.completedFuture(result.transform(builder -> builder.errors(coded)));
    }

    private static boolean isComplete(GraphQLError error) {
        Map<String, Object> extensions = error.getExtensions();
        return extensions != null && extensions.containsKey("code") && extensions.containsKey("correlationId");
    }

    private static @Nullable Object codeOf(GraphQLError error) {
        Map<String, Object> extensions = error.getExtensions();
        return extensions == null ? null : extensions.get("code");
    }

    private static GraphQLError coded(GraphQLError error, String correlationId) {
        Failure failure = failureOf(error, correlationId);
        GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError()
                .message("%s", failure.message())
                .errorType(failure.code())
                .extensions(failure.extensions(correlationId));
        if (error.getLocations() != null) {
            builder.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            builder.path(error.getPath());
        }
        return builder.build();
    }

    private static Failure failureOf(GraphQLError error, String correlationId) {
        if (codeOf(error) instanceof String code) {
            return new Failure(ApiErrorCode.valueOf(code), error.getMessage());
        }
        ErrorClassification type = error.getErrorType();
        if (type == ErrorType.InvalidSyntax
                || type == ErrorType.ValidationError
                || type == ErrorType.OperationNotSupported) {
            return new Failure(ApiErrorCode.INVALID_QUERY, error.getMessage());
        }
        if (type == ErrorType.ExecutionAborted) {
            return new Failure(ApiErrorCode.LIMIT_EXCEEDED, error.getMessage());
        }
        LOG.error("{} (correlation id {})", error, correlationId);
        return Failure.internal(correlationId);
    }
}
