package dev.ravel.api.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.api.ApiClient;
import dev.ravel.api.ApiOptions;
import dev.ravel.api.ApiServer;
import dev.ravel.api.Story;
import dev.ravel.api.TestResolver;
import dev.ravel.api.error.ApiException;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.store.InMemoryStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final String PAGE =
            """
            query ($first: Int!, $after: String) {
              entities(first: $first, after: $after) {
                edges { cursor node { id } }
                nodes { id }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              }
            }
            """;

    private final InMemoryStore store = new InMemoryStore();
    private ApiServer server;
    private ApiClient client;

    @BeforeEach
    void start() {
        store.open(TestResolver.RESOLVER.digest());
        Story.stream(store, Story.INGESTED, strangers(0, 25));
        server = ApiServer.start(
                ApiOptions.defaults().withPort(0), store, TestResolver.RESOLVER, Story.at(Story.INGESTED));
        client = new ApiClient(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 24, 25, 26, 500})
    void pagesGiveEveryEntityOnceInOrder(int first) {
        List<String> ids = new ArrayList<>();
        @Nullable String after = null;
        JsonNode page;
        do {
            page = page(first, after);
            assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).isEqualTo(after != null);
            page.path("nodes").forEach(node -> ids.add(node.path("id").asText()));
            after = page.at("/pageInfo/endCursor").asText();
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(ids).hasSize(25).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aCursorStandsWhereItStoodWhenEntitiesComeAndGo() {
        JsonNode before = page(10, null);
        String cursor = before.at("/edges/4/cursor").asText();
        String behind = before.at("/edges/4/node/id").asText();

        Story.stream(store, Story.INGESTED.plusSeconds(60), strangers(100, 150));
        JsonNode after = page(500, cursor);

        List<String> ids = new ArrayList<>();
        after.path("nodes").forEach(node -> ids.add(node.path("id").asText()));
        assertThat(ids).isSorted().allMatch(id -> id.compareTo(behind) > 0);
        assertThat(ids).contains(before.at("/edges/5/node/id").asText());
        assertThat(new TreeSet<>(ids)).hasSize(ids.size());
    }

    @Test
    void anEmptyPageHasNoCursors() {
        JsonNode last = page(500, null);
        JsonNode empty = page(5, last.at("/pageInfo/endCursor").asText());

        assertThat(empty.path("edges")).isEmpty();
        assertThat(empty.at("/pageInfo/endCursor").isNull()).isTrue();
        assertThat(empty.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void eventsArePagedByTheirVersion() {
        RecordKey key = RecordKey.of("s", "0");
        for (int change = 1; change <= 5; change++) {
            Story.stream(
                    store,
                    Story.INGESTED.plusSeconds(change),
                    Story.person(key, change, "name", "Name " + change, "email", "zero@example.com"));
        }
        String id = store.entityOf(key).orElseThrow().id().value();
        String query =
                """
                query ($id: ID!, $after: String) {
                  entity(id: $id) {
                    events(first: 4, after: $after) {
                      nodes { version hash previousHash }
                      pageInfo { hasNextPage endCursor }
                    }
                  }
                }
                """;

        JsonNode first = client.data(query, Map.of("id", id)).at("/entity/events");
        JsonNode second = client.data(
                        query,
                        Map.of(
                                "id",
                                id,
                                "after",
                                first.at("/pageInfo/endCursor").asText()))
                .at("/entity/events");

        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(versions(first)).containsExactly(1, 2, 3, 4);
        assertThat(versions(second)).containsExactly(5, 6);
        assertThat(second.at("/nodes/0/previousHash").asText())
                .isEqualTo(first.at("/nodes/3/hash").asText());
    }

    @Test
    void recordsArePagedByTheirKey() {
        Story.stream(
                store,
                Story.INGESTED,
                IntStream.range(0, 6)
                        .mapToObj(i -> Story.person(
                                RecordKey.of("many", "m" + i),
                                i,
                                "name",
                                "陈大文",
                                "email",
                                "chen@example.com",
                                "phone",
                                "13600136000"))
                        .toArray(SourceRecord[]::new));

        JsonNode answer = client.data(
                """
                {
                  entityBy(record: { source: "many", id: "m0" }) {
                    size
                    records(first: 2, after: { source: "many", id: "m2" }) { id }
                  }
                }
                """);

        assertThat(answer.at("/entityBy/0/size").asInt()).isEqualTo(6);
        assertThat(answer.at("/entityBy/0/records").toString()).isEqualTo("[{\"id\":\"m3\"},{\"id\":\"m4\"}]");
    }

    @Test
    void cursorsOfOneKindAreNotTakenForAnother() {
        String cursor = Cursor.of("entity", "E1:with:colons");

        assertThat(Cursor.value("entity", cursor)).isEqualTo("E1:with:colons");
        assertThatThrownBy(() -> Cursor.value("event", cursor)).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> Cursor.value("entity", "%%%")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> Cursor.value("entity", Cursor.of("entity", "")))
                .isInstanceOf(ApiException.class);
    }

    private static List<Integer> versions(JsonNode connection) {
        List<Integer> versions = new ArrayList<>();
        connection
                .path("nodes")
                .forEach(node -> versions.add(node.path("version").asInt()));
        return versions;
    }

    private JsonNode page(int first, @Nullable String after) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("first", first);
        variables.put("after", after);
        return client.data(PAGE, variables).path("entities");
    }

    private static SourceRecord[] strangers(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Story.person(
                        RecordKey.of("s", Integer.toString(i)),
                        0,
                        "name",
                        "Stranger " + (char) ('A' + i % 26) + i,
                        "email",
                        "stranger" + i + "@example.com"))
                .toArray(SourceRecord[]::new);
    }
}
