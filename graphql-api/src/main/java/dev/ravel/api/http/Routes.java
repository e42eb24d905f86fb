package dev.ravel.api.http;

import dev.ravel.api.ApiOptions;
import dev.ravel.api.entity.Loaders;
import dev.ravel.api.error.ApiErrorCode;
import dev.ravel.api.error.ApiException;
import dev.ravel.api.metrics.ApiMeters;
import graphql.GraphQL;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.graphql.GraphiQLHandler;
import io.vertx.ext.web.handler.graphql.GraphiQLHandlerOptions;
import java.util.Map;

/** What is served where, and in which order a request is checked: id, site, token, size, content type. */
final class Routes {
    private static final String GRAPHQL = "/graphql";
    private static final String METRICS = "/metrics";
    private static final String JSON = "application/json";

    /** Allows a page to load from this server only: nothing from the internet, whatever the page says. */
    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; img-src 'self' data:; font-src 'self' data:;"
            + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final Map<String, String> SAFE_HEADERS = Map.of(
            "Content-Security-Policy", CONTENT_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer");

    private final Vertx vertx;
    private final ApiOptions options;
    private final BearerToken token;
    private final GraphQLRequests requests;
    private final Readiness readiness;
    private final ApiMeters meters;

    Routes(Vertx vertx, ApiOptions options, GraphQL engine, Loaders loaders, Readiness readiness, ApiMeters meters) {
        this.vertx = vertx;
        this.options = options;
        this.token = new BearerToken(options.token());
        this.requests = new GraphQLRequests(engine, loaders, token);
        this.readiness = readiness;
        this.meters = meters;
    }

    Router router() {
        Router router = Router.router(vertx);
        router.route().handler(new Correlation()).failureHandler(new JsonFailures());
        router.route().handler(this::safeHeaders);
        router.get("/health/live").handler(context -> status(context, 200, "UP"));
        router.get("/health/ready").handler(this::ready);
        router.route().handler(new SameSite(options.isLoopback()));
        router.get(METRICS).handler(this::authenticated).handler(this::metrics);
        graphQL(router);
        pages(router);
        router.route().last().handler(context -> context.fail(404));
        return router;
    }

    private void graphQL(Router router) {
        router.get(GRAPHQL).handler(requests.webSocket());
        router.post(GRAPHQL).handler(this::authenticated);
        router.post(GRAPHQL).handler(this::jsonOnly);
        router.post(GRAPHQL)
                .handler(BodyHandler.create(false)
                        .setBodyLimit(options.requests().maxBodyBytes()));
        router.post(GRAPHQL).handler(requests.http());
        router.route(GRAPHQL).handler(context -> context.fail(405));
    }

    private void pages(Router router) {
        String page = LandingPage.html();
        router.get("/").handler(context -> context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end(page));
        router.get("/graphiql").handler(context -> {
            if (context.normalizedPath().endsWith("/")) {
                context.next();
            } else {
                context.redirect("/graphiql/");
            }
        });
        GraphiQLHandlerOptions graphiQL = new GraphiQLHandlerOptions()
                .setEnabled(true)
                .setGraphQLUri(GRAPHQL)
                .setGraphQLWSEnabled(true)
                .setGraphWSQLUri(GRAPHQL)
                .setQuery(LandingPage.examples().get(0).query());
        router.route("/graphiql/*")
                .subRouter(GraphiQLHandler.create(vertx, graphiQL).router());
    }

    private void authenticated(RoutingContext context) {
        if (token.accepts(context.request().getHeader("Authorization"))) {
            context.next();
        } else {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            context.fail(
                    401,
                    new ApiException(
                            ApiErrorCode.UNAUTHENTICATED,
                            "the token is missing or wrong: send Authorization: Bearer …"));
        }
    }

    /** Browsers ask before they send JSON to another site, and only then; so nothing else is accepted. */
    private void jsonOnly(RoutingContext context) {
        String type = context.parsedHeaders().contentType().value();
        if (type.startsWith(JSON)) {
            context.next();
        } else {
            context.fail(
                    415,
                    new ApiException(
                            ApiErrorCode.INVALID_QUERY, "the content type must be " + JSON + ", not \"" + type + '"'));
        }
    }

    private void metrics(RoutingContext context) {
        vertx.executeBlocking(meters::scrape, false)
                .onSuccess(text -> context.response()
                        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                        .end(text))
                .onFailure(context::fail);
    }

    // The callback takes both outcomes, so nothing is lost with the future.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void ready(RoutingContext context) {
        readiness.check().whenComplete((isUp, thrown) -> context.vertx()
                .runOnContext(ignored -> status(context, thrown == null ? 200 : 503, thrown == null ? "UP" : "DOWN")));
    }

    private void safeHeaders(RoutingContext context) {
        SAFE_HEADERS.forEach((name, value) -> context.response().putHeader(name, value));
        context.next();
    }

    private static void status(RoutingContext context, int code, String status) {
        context.response()
                .setStatusCode(code)
                .putHeader("Content-Type", JSON)
                .end(new JsonObject().put("status", status).encode());
    }
}
