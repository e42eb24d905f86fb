package dev.ravel.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks an API over HTTP, as a caller would. */
public final class ApiClient {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final int port;

    public ApiClient(int port) {
        this.port = port;
    }

    public HttpClient http() {
        return http;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The whole answer to a GraphQL document. */
    public JsonNode ask(String query, Map<String, ? extends @Nullable Object> variables, String... headers) {
        return json(post(body(query, variables), headers).body());
    }

    public JsonNode ask(String query) {
        return ask(query, Map.of());
    }

    /** The data of an answer without errors. */
    public JsonNode data(String query, Map<String, ? extends @Nullable Object> variables) {
        JsonNode answer = ask(query, variables);
        if (answer.has("errors")) {
            throw new AssertionError("unexpected errors: " + answer.toPrettyString());
        }
        return answer.path("data");
    }

    public JsonNode data(String query) {
        return data(query, Map.of());
    }

    /** The code of the first error of an answer. */
    public String code(String query, Map<String, ? extends @Nullable Object> variables) {
        JsonNode answer = ask(query, variables);
        if (!answer.has("errors")) {
            throw new AssertionError("no errors: " + answer.toPrettyString());
        }
        return answer.at("/errors/0/extensions/code").asText();
    }

    public String code(String query) {
        return code(query, Map.of());
    }

    public CompletableFuture<JsonNode> askLater(String query) {
        return http.sendAsync(
                        request("/graphql", "Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body(query, Map.of())))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> json(response.body()));
    }

    public HttpResponse<String> post(String body, String... headers) {
        return send(request("/graphql", headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(TIMEOUT);
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String body(String query, Map<String, ? extends @Nullable Object> variables) {
        try {
            return JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}
