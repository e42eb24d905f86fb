package dev.ravel.api.http;

import dev.ravel.api.entity.Loaders;
import dev.ravel.api.request.RequestContext;
import graphql.ExecutionInput;
import graphql.GraphQL;
import io.vertx.core.Handler;
import io.vertx.core.VertxException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.graphql.GraphQLHandler;
import io.vertx.ext.web.handler.graphql.ws.GraphQLWSHandler;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GraphQL over HTTP and over WebSocket: gives each request its context and its loaders. */
final class GraphQLRequests {
    static final String ACTOR_HEADER = "X-Ravel-Actor";

    private static final String AUTHORIZATION = "authorization";
    private static final String ACTOR = "actor";
    private static final int MAX_ACTOR_LENGTH = 256;

    private final GraphQL engine;
    private final Loaders loaders;
    private final BearerToken token;

    GraphQLRequests(GraphQL engine, Loaders loaders, BearerToken token) {
        this.engine = engine;
        this.loaders = loaders;
        this.token = token;
    }

    Handler<RoutingContext> http() {
        return GraphQLHandler.builder(engine)
                .beforeExecute(request -> prepare(
                        request.builder(),
                        new RequestContext(
                                Correlation.of(request.context()),
                                actor(request.context().request().getHeader(ACTOR_HEADER))),
                        true))
                .build();
    }

    /**
     * Browsers cannot set headers on a WebSocket, so the token and the actor come in the payload of {@code
     * connection_init}: {@code {"authorization": "Bearer …", "actor": "…"}}.
     */
    Handler<RoutingContext> webSocket() {
        return GraphQLWSHandler.builder(engine)
                .onConnectionInit(init -> {
                    if (token.accepts(parameter(init.message().message().getValue("payload"), AUTHORIZATION))) {
                        init.complete(init.message().message().getValue("payload"));
                    } else {
                        init.fail(VertxException.noStackTrace("the token is missing or wrong"));
                    }
                })
                .beforeExecute(request -> prepare(
                        request.builder(),
                        new RequestContext(
                                Correlation.fresh(),
                                actor(parameter(request.context().connectionParams(), ACTOR))),
                        false))
                .build();
    }

    private void prepare(ExecutionInput.Builder input, RequestContext context, boolean remember) {
        input.graphQLContext(context.asMap()).dataLoaderRegistry(loaders.registry(remember));
    }

    private static Optional<String> actor(@Nullable String given) {
        return Optional.ofNullable(given)
                .map(String::strip)
                .filter(actor -> !actor.isEmpty() && actor.length() <= MAX_ACTOR_LENGTH);
    }

    private static @Nullable String parameter(@Nullable Object payload, String name) {
        Object value = null;
        if (payload instanceof JsonObject json) {
            value = caseless(json.getMap(), name);
        } else if (payload instanceof Map<?, ?> map) {
            value = caseless(map, name);
        }
        return value instanceof String text ? text : null;
    }

    private static @Nullable Object caseless(Map<?, ?> map, String name) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (name.equalsIgnoreCase(String.valueOf(entry.getKey()))) {
                return entry.getValue();
            }
        }
        return null;
    }
}
