package dev.ravel.api.error;

import dev.ravel.api.request.RequestContext;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the exceptions of fetchers into errors with a code, and logs those that are the server's fault. */
public final class FetchFailures implements DataFetcherExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FetchFailures.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        String correlationId =
                RequestContext.of(parameters.getDataFetchingEnvironment()).correlationId();
        Failure failure = Failure.of(parameters.getException(), correlationId);
        if (failure.code().isServerFault()) {
            LOG.error(
                    "{} at {} (correlation id {})",
                    failure.code(),
                    parameters.getPath(),
                    correlationId,
                    Failure.unwrapped(parameters.getException()));
        }
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(
                        GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment())
                                .message("%s", failure.message())
                                .errorType(failure.code())
                                .extensions(failure.extensions(correlationId))
                                .build())
                .build());
    }
}
