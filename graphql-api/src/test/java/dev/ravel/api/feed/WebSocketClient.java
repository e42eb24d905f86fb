package dev.ravel.api.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.api.ApiClient;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Speaks graphql-transport-ws with an API, as a browser would. */
final class WebSocketClient implements AutoCloseable, WebSocket.Listener {
    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    WebSocketClient(ApiClient client, int port, String... headers) {
        WebSocket.Builder builder = client.http().newWebSocketBuilder().subprotocols("graphql-transport-ws");
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/graphql"), this)
                .join();
    }

    /** Introduces itself and waits to be let in. */
    WebSocketClient init(String payload) {
        send("{\"type\":\"connection_init\",\"payload\":" + payload + "}");
        return this;
    }

    void subscribe(String id, String query, Map<String, ?> variables) {
        send("{\"type\":\"subscribe\",\"id\":\"" + id + "\",\"payload\":" + ApiClient.body(query, variables) + "}");
    }

    void complete(String id) {
        send("{\"type\":\"complete\",\"id\":\"" + id + "\"}");
    }

    /** The next message; fails if none comes. */
    JsonNode next() throws InterruptedException {
        JsonNode message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message within " + PATIENCE_SECONDS + " seconds");
        }
        return message;
    }

    /** Whether nothing comes for a while. */
    boolean isQuiet(long millis) throws InterruptedException {
        return received.poll(millis, TimeUnit.MILLISECONDS) == null;
    }

    /** The code with which the server closed the connection. */
    int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            received.add(ApiClient.json(partial.toString()));
            partial.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return CompletableFuture.completedFuture(null);
    }

    /** Says goodbye, unless the server says it in the same moment and the way is closed already. */
    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .exceptionally(closedAlready -> socket)
                .join();
        socket.abort();
    }

    private void send(String message) {
        socket.sendText(message, true).join();
    }
}
