package dev.ravel.api.metrics;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Field;
import graphql.language.SelectionSet;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Measures requests by what they ask for and how they end. What they ask for is their root field, {@code several} if
 * there are several, {@code none} if they could not be run: so a caller cannot make up label values. Stands last in the
 * chain, where errors have their codes.
 */
public final class RequestMeters extends SimplePerformantInstrumentation {
    private static final String NONE = "none";
    private static final String SEVERAL = "several";
    private static final String OK = "OK";
    private static final String UNKNOWN_CODE = "INTERNAL";
    private static final Duration FASTEST = Duration.ofMillis(1);
    private static final Duration SLOWEST = Duration.ofSeconds(30);

    private final MeterRegistry registry;

    public RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public CompletableFuture<InstrumentationState> createStateAsync(InstrumentationCreateStateParameters parameters) {
        return CompletableFuture.completedFuture(new Request(Timer.start(registry)));
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        if (state instanceof Request request) {
            request.field = rootField(
                    parameters.getExecutionContext().getOperationDefinition().getSelectionSet());
        }
        return null;
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        if (state instanceof Request request) {
            request.begun.stop(Timer.builder("ravel.api.requests")
                    .description("GraphQL requests by root field and outcome")
                    .tag("field", request.field)
                    .tag("outcome", outcome(result))
                    .publishPercentileHistogram()
                    .minimumExpectedValue(FASTEST)
                    .maximumExpectedValue(SLOWEST)
                    .register(registry));
        }
        return CompletableFuture.completedFuture(result);
    }

    private static String rootField(SelectionSet selections) {
        List<Field> fields = selections.getSelectionsOfType(Field.class);
        return fields.size() == 1 && selections.getSelections().size() == 1
                ? fields.get(0).getName()
                : SEVERAL;
    }

    private static String outcome(ExecutionResult result) {
        return result.getErrors().isEmpty() ? OK : codeOf(result.getErrors().get(0));
    }

    private static String codeOf(GraphQLError error) {
        return error.getExtensions() != null && error.getExtensions().get("code") instanceof String code
                ? code
                : UNKNOWN_CODE;
    }

    private static final class Request implements InstrumentationState {
        private final Timer.Sample begun;
        private volatile String field = NONE;

        Request(Timer.Sample begun) {
            this.begun = begun;
        }
    }
}
