package dev.ravel.api.http;

import dev.ravel.api.error.ApiErrorCode;
import dev.ravel.api.error.ApiException;
import dev.ravel.api.error.Failure;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests that never became a GraphQL request in the shape of a GraphQL error. */
final class JsonFailures implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(JsonFailures.class);
    private static final int SERVER_ERROR = 500;

    @Override
    public void handle(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        String correlationId = Correlation.of(context);
        int status = context.statusCode() < 0 ? SERVER_ERROR : context.statusCode();
        Failure failure = failure(context, status, correlationId);
        if (status >= SERVER_ERROR) {
            LOG.error(
                    "{} {} failed (correlation id {})",
                    context.request().method(),
                    context.request().path(),
                    correlationId,
                    context.failure());
        }
        answer(context, status, failure, correlationId);
    }

    static void answer(RoutingContext context, int status, Failure failure, String correlationId) {
        JsonObject error = new JsonObject()
                .put("message", failure.message())
                .put("extensions", new JsonObject(failure.extensions(correlationId)));
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("errors", new JsonArray().add(error)).encode());
    }

    private static Failure failure(RoutingContext context, int status, String correlationId) {
        if (context.failure() instanceof ApiException refused) {
            return Failure.of(refused, correlationId);
        }
        return switch (status) {
            case 400 ->
                new Failure(
                        ApiErrorCode.INVALID_QUERY,
                        "the body is not a GraphQL request: POST {\"query\": \"…\"} as application/json");
            case 404 -> new Failure(ApiErrorCode.NOT_FOUND, "there is nothing here; / lists what there is");
            case 405 -> new Failure(ApiErrorCode.INVALID_QUERY, "the method does not fit; send GraphQL by POST");
            case 413 -> new Failure(ApiErrorCode.LIMIT_EXCEEDED, "the body is too large; ask in several requests");
            default -> Failure.internal(correlationId);
        };
    }
}
