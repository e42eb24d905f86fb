package dev.ravel.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ravel.model.record.SourceRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A steward at the API, over HTTP. */
final class StewardClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIND =
            """
            query ($record: RecordInput!) { entityBy(record: $record) { id membershipVersion size } }
            """;
    private static final String SPLIT =
            """
            mutation ($entity: ID!, $version: Int!, $groups: [[RecordInput!]!]!, $key: String!) {
              split(entity: $entity, expectedVersion: $version, groups: $groups,
                    reason: "measured", actor: "bench", idempotencyKey: $key) { operation { id } }
            }
            """;
    private static final String SEPARATE =
            """
            mutation ($entity: ID!, $version: Int!, $a: RecordInput!, $b: RecordInput!, $key: String!) {
              separate(entity: $entity, expectedVersion: $version, a: $a, b: $b,
                       reason: "measured", actor: "bench", idempotencyKey: $key) { operation { id } }
            }
            """;
    private static final String UNDO =
            """
            mutation ($operation: ID!, $key: String!) {
              undo(operation: $operation, reason: "measured", actor: "bench", idempotencyKey: $key) { operation { id } }
            }
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI api;

    StewardClient(int port) {
        this.api = URI.create("http://127.0.0.1:" + port + "/graphql");
    }

    /** An answer and how long it took. */
    record Answer(JsonNode data, long nanos) {}

    /** The entity of a record: id, membershipVersion and size. */
    JsonNode entityOf(SourceRecord record) throws IOException, InterruptedException {
        return ask(FIND, Map.of("record", key(record))).data().path("entityBy").path(0);
    }

    /** Parts the first half of a row from the second. */
    Answer split(JsonNode entity, List<SourceRecord> row) throws IOException, InterruptedException {
        List<List<Map<String, String>>> halves = List.of(
                row.subList(0, row.size() / 2).stream().map(StewardClient::key).toList(),
                row.subList(row.size() / 2, row.size()).stream()
                        .map(StewardClient::key)
                        .toList());
        return ask(SPLIT, operation(entity, Map.of("groups", halves)));
    }

    /** Parts the first record of a row from the last, where the engine proposes. */
    Answer separate(JsonNode entity, List<SourceRecord> row) throws IOException, InterruptedException {
        return ask(SEPARATE, operation(entity, Map.of("a", key(row.get(0)), "b", key(row.get(row.size() - 1)))));
    }

    /** Takes back what was done. */
    Answer undo(Answer done) throws IOException, InterruptedException {
        String operation =
                done.data().elements().next().path("operation").path("id").asText();
        return ask(UNDO, Map.of("operation", operation, "key", nextKey()));
    }

    private Map<String, Object> operation(JsonNode entity, Map<String, Object> rest) {
        Map<String, Object> variables = new HashMap<>(rest);
        variables.put("entity", entity.path("id").asText());
        variables.put("version", entity.path("membershipVersion").asInt());
        variables.put("key", nextKey());
        return variables;
    }

    private static String nextKey() {
        return UUID.randomUUID().toString();
    }

    private static Map<String, String> key(SourceRecord record) {
        return Map.of("source", record.key().source(), "id", record.key().id());
    }

    private Answer ask(String query, Map<String, Object> variables) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        JSON.writeValueAsBytes(Map.of("query", query, "variables", variables))))
                .build();
        long start = System.nanoTime();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        long nanos = System.nanoTime() - start;
        JsonNode answer = JSON.readTree(response.body());
        if (answer.has("errors")) {
            throw new IllegalStateException("the API refused: " + answer.path("errors"));
        }
        return new Answer(answer.path("data"), nanos);
    }
}
