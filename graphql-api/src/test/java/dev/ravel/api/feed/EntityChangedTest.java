package dev.ravel.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.api.ApiClient;
import dev.ravel.api.ApiOptions;
import dev.ravel.api.ApiServer;
import dev.ravel.api.StoreProbe;
import dev.ravel.api.Story;
import dev.ravel.api.TestResolver;
import dev.ravel.api.request.RequestLimits;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.InMemoryStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntityChangedTest {
    private static final String TOKEN = "a-secret-of-16-characters-or-more";
    private static final String FOLLOW =
            """
            subscription ($id: ID!, $after: Int) {
              entityChanged(id: $id, afterVersion: $after) {
                event { type version after { source id } }
                entity { version size records { id observedAt } }
              }
            }
            """;

    private final InMemoryStore store = new InMemoryStore();
    private StoreProbe probe;
    private ApiServer server;
    private ApiClient client;

    @BeforeEach
    void start() {
        Story.tell(store);
        serve(Optional.empty(), Duration.ofMillis(50), RequestLimits.defaults());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void changesByTheStreamArriveInOrder() throws InterruptedException {
        Entity entity = entityOf(Story.XIAOMING_CRM);
        try (WebSocketClient socket = open("{}")) {
            socket.subscribe("1", FOLLOW, Map.of("id", entity.id().value()));
            awaitFollowers(1);

            rename(1);
            JsonNode first = socket.next();
            rename(2);
            rename(3);

            assertThat(first.path("type").asText()).isEqualTo("next");
            assertThat(first.path("id").asText()).isEqualTo("1");
            assertThat(first.at("/payload/data/entityChanged/event/type").asText())
                    .isEqualTo("GOLDEN_CHANGED");
            assertThat(version(first)).isEqualTo(2);
            assertThat(version(socket.next())).isEqualTo(3);
            assertThat(version(socket.next())).isEqualTo(4);
            assertThat(socket.isQuiet(200)).isTrue();
        }
    }

    @Test
    void theEntitySentIsTheEntityAsItIsNow() throws InterruptedException {
        Entity entity = entityOf(Story.XIAOMING_CRM);
        try (WebSocketClient socket = open("{}")) {
            socket.subscribe("1", FOLLOW, Map.of("id", entity.id().value()));
            awaitFollowers(1);
            for (int change = 1; change <= 3; change++) {
                rename(change);

                JsonNode sent = socket.next().at("/payload/data/entityChanged");

                assertThat(sent.at("/entity/version").asInt()).isEqualTo(1 + change);
                assertThat(sent.at("/entity/records/0/observedAt").asText())
                        .isEqualTo("2026-03-01T08:" + (10 + change) + ":00Z");
            }
        }
    }

    @Test
    void aReaderWhoWasCutOffMissesNothing() throws InterruptedException {
        Entity entity = entityOf(Story.XIAOMING_CRM);
        for (int change = 1; change <= 3; change++) {
            rename(change);
        }
        try (WebSocketClient socket = open("{}")) {
            socket.subscribe("1", FOLLOW, Map.of("id", entity.id().value(), "after", 2));

            assertThat(version(socket.next())).isEqualTo(3);
            assertThat(version(socket.next())).isEqualTo(4);
            assertThat(socket.isQuiet(200)).isTrue();
        }
    }

    @Test
    void aSplitByThisServerIsSentAtOnce() throws InterruptedException {
        server.close();
        serve(Optional.empty(), Duration.ofHours(1), RequestLimits.defaults());
        Entity entity = entityOf(Story.ZHANG_CRM);
        try (WebSocketClient socket = open("{}")) {
            socket.subscribe("1", FOLLOW, Map.of("id", entity.id().value()));
            awaitFollowers(1);

            client.data(
                    """
                    mutation ($id: ID!) {
                      split(entity: $id, expectedVersion: 1, groups: [[{ source: "service", id: "v-7" }]],
                        reason: "two men", actor: "lin", idempotencyKey: "k") { repeated }
                    }
                    """,
                    Map.of("id", entity.id().value()));

            assertThat(socket.next()
                            .at("/payload/data/entityChanged/event/type")
                            .asText())
                    .isEqualTo("SPLIT");
        }
    }

    @Test
    void afterACompletionNothingIsSentOrRead() throws InterruptedException {
        Entity entity = entityOf(Story.XIAOMING_CRM);
        try (WebSocketClient socket = open("{}")) {
            socket.subscribe("1", FOLLOW, Map.of("id", entity.id().value()));
            awaitFollowers(1);
            socket.complete("1");
            awaitFollowers(0);
            probe.forget();

            rename(1);

            assertThat(socket.isQuiet(200)).isTrue();
            assertThat(probe.calls()).isEmpty();
        }
    }

    @Test
    void aConnectionThatClosesEndsItsSubscriptions() throws InterruptedException {
        Entity entity = entityOf(Story.XIAOMING_CRM);
        try (WebSocketClient socket = open("{}")) {
            socket.subscribe("1", FOLLOW, Map.of("id", entity.id().value()));
            awaitFollowers(1);
        }
        awaitFollowers(0);
        assertThat(followers()).isZero();
    }

    @Test
    void aStoreThatFailsForAWhileLosesNothing() throws InterruptedException {
        Entity entity = entityOf(Story.XIAOMING_CRM);
        try (WebSocketClient socket = open("{}")) {
            socket.subscribe("1", FOLLOW, Map.of("id", entity.id().value()));
            awaitFollowers(1);
            AtomicInteger failures = new AtomicInteger();
            probe.before(method -> {
                if (failures.incrementAndGet() <= 3) {
                    throw new ResolutionException(ErrorCode.STORE_UNAVAILABLE, "the store is away");
                }
            });

            rename(1);

            assertThat(version(socket.next())).isEqualTo(2);
            assertThat(failures.get()).isGreaterThan(3);
        }
    }

    @Test
    void nobodyCanFollowAnEntityThatNeverWas() throws InterruptedException {
        try (WebSocketClient socket = open("{}")) {
            socket.subscribe("1", FOLLOW, Map.of("id", "E-never"));

            JsonNode error = socket.next();

            assertThat(error.toString()).contains("NOT_FOUND", "there is no entity E-never");
        }
    }

    @Test
    void subscriptionsAboveTheLimitAreRefused() throws InterruptedException {
        server.close();
        RequestLimits defaults = RequestLimits.defaults();
        serve(
                Optional.empty(),
                Duration.ofMillis(50),
                new RequestLimits(
                        defaults.maxDepth(), defaults.maxCost(), defaults.maxPageSize(), defaults.maxBodyBytes(), 2));
        String id = entityOf(Story.XIAOMING_CRM).id().value();
        try (WebSocketClient socket = open("{}")) {
            socket.subscribe("1", FOLLOW, Map.of("id", id));
            socket.subscribe("2", FOLLOW, Map.of("id", id));
            awaitFollowers(2);
            socket.subscribe("3", FOLLOW, Map.of("id", id));

            assertThat(socket.next().toString()).contains("\"id\":\"3\"", "LIMIT_EXCEEDED");
        }
    }

    @Test
    void queriesAreAnsweredOverWebSocketToo() throws InterruptedException {
        try (WebSocketClient socket = open("{}")) {
            socket.subscribe("q", "{ statistics { entities } }", Map.of());

            assertThat(socket.next().at("/payload/data/statistics/entities").asInt())
                    .isEqualTo(3);
            assertThat(socket.next().path("type").asText()).isEqualTo("complete");
        }
    }

    @Test
    void theTokenComesWithTheIntroduction() throws InterruptedException {
        server.close();
        serve(Optional.of(TOKEN), Duration.ofMillis(50), RequestLimits.defaults());

        try (WebSocketClient known = open("{\"authorization\":\"Bearer " + TOKEN + "\"}")) {
            known.subscribe("q", "{ statistics { entities } }", Map.of());
            assertThat(known.next().at("/payload/data/statistics/entities").asInt())
                    .isEqualTo(3);
        }
        try (WebSocketClient unknown = new WebSocketClient(client, server.port()).init("{}")) {
            assertThat(unknown.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void pagesOfOtherSitesCannotConnect() {
        assertThatThrownBy(
                        () -> new WebSocketClient(client, server.port(), "Origin", "https://elsewhere.example").close())
                .hasRootCauseMessage("Unexpected HTTP response status code 403");
    }

    private void serve(Optional<String> token, Duration tick, RequestLimits limits) {
        probe = StoreProbe.on(store);
        ApiOptions options = ApiOptions.defaults();
        server = ApiServer.start(
                new ApiOptions("127.0.0.1", 0, token, limits, options.work(), tick, options.secondSteward()),
                probe.store(),
                TestResolver.RESOLVER,
                Story.at(Story.INGESTED.plusSeconds(60)));
        client = new ApiClient(server.port());
    }

    private WebSocketClient open(String payload) throws InterruptedException {
        WebSocketClient socket = new WebSocketClient(client, server.port()).init(payload);
        assertThat(socket.next().path("type").asText()).isEqualTo("connection_ack");
        return socket;
    }

    private void rename(int change) {
        Story.stream(
                store,
                Story.INGESTED.plusSeconds(change),
                Story.person(
                        Story.XIAOMING_CRM,
                        10 + change,
                        "name",
                        "王小明",
                        "phone",
                        "138 0013 8001",
                        "email",
                        "XM@qq.com",
                        "birthDate",
                        "1990-01-02",
                        "city",
                        "城市" + change));
    }

    private void awaitFollowers(int count) throws InterruptedException {
        for (int i = 0; i < 200 && followers() != count; i++) {
            Thread.sleep(20);
        }
        assertThat(followers()).isEqualTo(count);
    }

    private int followers() {
        String metrics =
                client.get("/metrics", "Authorization", "Bearer " + TOKEN).body();
        return metrics.lines()
                .filter(line -> line.startsWith("ravel_api_subscriptions "))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private Entity entityOf(RecordKey record) {
        return store.entityOf(record).orElseThrow();
    }

    private static int version(JsonNode message) {
        return message.at("/payload/data/entityChanged/event/version").asInt();
    }
}
