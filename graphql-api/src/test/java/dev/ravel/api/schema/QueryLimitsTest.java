package dev.ravel.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.api.ApiClient;
import dev.ravel.api.ApiOptions;
import dev.ravel.api.ApiServer;
import dev.ravel.api.StoreProbe;
import dev.ravel.api.TestResolver;
import dev.ravel.resolver.store.InMemoryStore;
import graphql.introspection.IntrospectionQuery;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryLimitsTest {
    private StoreProbe probe;
    private ApiServer server;
    private ApiClient client;

    @BeforeAll
    void start() {
        probe = StoreProbe.on(new InMemoryStore());
        server = ApiServer.start(
                ApiOptions.defaults().withPort(0), probe.store(), TestResolver.RESOLVER, Clock.systemUTC());
        client = new ApiClient(server.port());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void nothingReadYet() {
        probe.forget();
    }

    @Test
    void requestsThatAreTooDeepAreRefusedBeforeAnythingIsRead() {
        String deep = "{ entity(id: \"E1\") { " + "successors { ".repeat(16) + "id" + " }".repeat(16) + " } }";

        JsonNode error = client.ask(deep).at("/errors/0");

        assertThat(error.at("/extensions/code").asText()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(error.path("message").asText()).contains("18 levels", "the limit is 16");
        assertThat(probe.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ entities(first: 500) { nodes { records { attributes { name values } versions { loadId } } } } }",
                "{ entities(first: 500) { nodes { matches { a { entity { identifiers { records { id } } } } } } } }",
                "{ entities(first: 500) { nodes { events(first: 500) { nodes { hash } } } } }",
            })
    void requestsThatMayAnswerWithTooMuchAreRefusedBeforeAnythingIsRead(String query) {
        JsonNode error = client.ask(query).at("/errors/0");

        assertThat(error.at("/extensions/code").asText()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(error.path("message").asText()).contains("smaller pages");
        assertThat(probe.calls()).isEmpty();
    }

    @Test
    void manyNamesForOneFieldCostTheirNumber() {
        String aliases = IntStream.range(0, 4_000)
                .mapToObj(i -> "a" + i + ":entity(id:\"E\"){id}")
                .collect(Collectors.joining(" ", "{", "}"));

        assertThat(client.code(aliases)).isIn("LIMIT_EXCEEDED", "INVALID_QUERY");
        assertThat(probe.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ entities(first: 500) { nodes { id name size goldenRecord { field value } } } }",
                "{ entities(first: 50) { nodes { id records { source id attributes { name values } } } } }",
                "{ entities(first: 20) { nodes { id graph { nodes { id kind label } edges { from to kind weight } } } } }",
            })
    void usualRequestsAreWithinTheLimits(String query) {
        assertThat(client.data(query).path("entities").path("nodes").isArray()).isTrue();
    }

    @Test
    void theDocumentationThatGraphiQlAsksForIsWithinTheLimits() {
        assertThat(client.data(IntrospectionQuery.INTROSPECTION_QUERY)
                        .at("/__schema/types")
                        .size())
                .isGreaterThan(30);
    }
}
