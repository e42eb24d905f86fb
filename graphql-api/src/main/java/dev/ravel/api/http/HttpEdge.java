package dev.ravel.api.http;

import dev.ravel.api.ApiOptions;
import dev.ravel.api.entity.Loaders;
import dev.ravel.api.metrics.ApiMeters;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import graphql.GraphQL;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The HTTP server. Its event loops parse, run and encode requests; they never wait for the store. */
public final class HttpEdge implements AutoCloseable {
    /** The WebSocket sub-protocol of subscriptions. */
    static final String WEBSOCKET_PROTOCOL = "graphql-transport-ws";

    private static final long START_SECONDS = 30;
    private static final long CLOSE_SECONDS = 10;

    private final Vertx vertx;
    private final HttpServer server;
    private final String host;

    private HttpEdge(Vertx vertx, HttpServer server, String host) {
        this.vertx = vertx;
        this.server = server;
        this.host = host;
    }

    /**
     * Binds the address and serves.
     *
     * @throws ResolutionException with {@code INVALID_INPUT} if the address cannot be bound
     */
    public static HttpEdge start(
            ApiOptions options, GraphQL engine, Loaders loaders, Readiness readiness, ApiMeters meters) {
        Vertx vertx = Vertx.vertx(new VertxOptions());
        int maxMessage = options.requests().maxBodyBytes();
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(options.host())
                        .setPort(options.port())
                        .setMaxWebSocketFrameSize(maxMessage)
                        .setMaxWebSocketMessageSize(maxMessage)
                        .addWebSocketSubProtocol(WEBSOCKET_PROTOCOL))
                .requestHandler(new Routes(vertx, options, engine, loaders, readiness, meters).router());
        try {
            await(server.listen(), START_SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            vertx.close();
            throw refused(options, e);
        }
        return new HttpEdge(vertx, server, options.host());
    }

    /** The port that it is bound to. */
    public int port() {
        return server.actualPort();
    }

    /** The address of the page for people. */
    public String url() {
        return "http://" + (host.contains(":") ? '[' + host + ']' : host) + ':' + port() + '/';
    }

    @Override
    public void close() {
        try {
            await(vertx.close(), CLOSE_SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the HTTP server did not stop within " + CLOSE_SECONDS + " seconds", e);
        }
    }

    private static void await(Future<?> future, long seconds) throws ExecutionException, TimeoutException {
        try {
            future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException("interrupted", e);
        }
    }

    private static ResolutionException refused(ApiOptions options, Exception thrown) {
        String address = options.host() + ':' + options.port();
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        String message = cause instanceof BindException
                ? "the API cannot listen on " + address
                        + ", the port is in use: stop the program that has it, or choose" + " another port"
                : "the API cannot listen on " + address + ": " + cause.getMessage();
        return new ResolutionException(ErrorCode.INVALID_INPUT, message, cause);
    }
}
