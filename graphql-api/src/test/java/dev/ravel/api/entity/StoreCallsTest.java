package dev.ravel.api.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.api.ApiClient;
import dev.ravel.api.ApiOptions;
import dev.ravel.api.ApiServer;
import dev.ravel.api.StoreProbe;
import dev.ravel.api.Story;
import dev.ravel.api.TestResolver;
import dev.ravel.resolver.store.InMemoryStore;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How often a request calls the store: the cost of reads over the network, which must not grow with the answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreCallsTest {
    private StoreProbe probe;
    private ApiServer server;
    private ApiClient client;
    private String id;

    @BeforeAll
    void start() {
        InMemoryStore store = new InMemoryStore();
        Story.tell(store);
        id = store.entityOf(Story.ZHANG_CRM).orElseThrow().id().value();
        probe = StoreProbe.on(store);
        server = ApiServer.start(
                ApiOptions.defaults().withPort(0), probe.store(), TestResolver.RESOLVER, Story.at(Story.INGESTED));
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
    void anEntityWithItsProfileAndTheNamesOfItsRecordsIsOneCall() {
        client.data(
                """
                query ($id: ID!) {
                  entity(id: $id) {
                    id state name size membershipVersion version createdAt changedAt
                    goldenRecord { field value provenance { source id } rule support }
                    records { source id }
                  }
                }
                """,
                Map.of("id", id));

        assertThat(probe.methods()).containsExactly("entity");
    }

    @Test
    void theRecordsOfManyEntitiesAreReadAtOnce() {
        JsonNode nodes = client.data(
                        """
                        {
                          entities {
                            nodes {
                              records { type observedAt recordedAt deleted attributes { name values } }
                            }
                          }
                        }
                        """)
                .at("/entities/nodes");

        assertThat(nodes).hasSize(3);
        assertThat(probe.methods()).containsExactly("page", "recordsOf");
    }

    @Test
    void theEntitiesOfManyRecordsAreReadAtOnce() {
        client.data("{ entities { nodes { records { entity { id name } } } } }");

        assertThat(probe.methods()).containsExactly("page", "recordsOf", "entities");
    }

    @Test
    void theIdentifiersAndMatchesOfManyEntitiesAreReadAtOnce() {
        client.data("{ entities { nodes { identifiers { value size } matches { weight } graph { nodes { id } } } } }");

        assertThat(probe.methods()).containsExactlyInAnyOrder("page", "recordsOf", "keyStates", "matchesOf");
    }

    @Test
    void nothingIsReadForARequestAboutTheSchema() {
        client.data("{ __schema { queryType { name } } }");

        assertThat(probe.calls()).isEmpty();
    }
}
