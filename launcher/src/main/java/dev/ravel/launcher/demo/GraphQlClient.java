package dev.ravel.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.launcher.console.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks a GraphQL API as a user would, over HTTP. */
final class GraphQlClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI address;

    GraphQlClient(String address) {
        this.address = URI.create(address);
    }

    /** What is wrong with the answer to a query; empty if it has data and no errors. */
    Optional<String> problem(String query) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Json.text(Json.object().put("query", query))))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = Json.parse(response.body());
            boolean good = response.statusCode() == 200
                    && answer.path("errors").isMissingNode()
                    && answer.path("data").elements().hasNext()
                    && !answer.path("data").elements().next().isEmpty();
            return good ? Optional.empty() : Optional.of(response.statusCode() + " " + response.body());
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }
}
