package dev.ravel.api.steward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.api.ApiClient;
import dev.ravel.api.ApiOptions;
import dev.ravel.api.ApiServer;
import dev.ravel.api.Story;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.steward.SecondSteward;
import dev.ravel.resolver.store.InMemoryStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merge of five records where two stewards are needed from five on. */
class SecondStewardOverHttpTest {
    private static final String MERGE =
            """
            mutation ($entities: [EntityVersionInput!]!) {
              merge(entities: $entities, reason: "one man", actor: "li", idempotencyKey: "m1") {
                awaits operation { id kind } entities { id }
              }
            }
            """;
    private static final String JUDGE =
            """
            mutation ($item: ID!, $actor: String!) {
              judge(item: $item, verdict: SAME, reason: "seen", actor: $actor, idempotencyKey: "j1") {
                awaits entities { id state }
              }
            }
            """;

    private final InMemoryStore store = new InMemoryStore();
    private final Resolver resolver = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());
    private ApiServer server;
    private ApiClient client;

    @BeforeEach
    void start() {
        Story.tell(store);
        server = ApiServer.start(
                ApiOptions.defaults().withPort(0).withSecondSteward(new SecondSteward(5, "", BigDecimal.ZERO)),
                store,
                resolver,
                Story.at(Instant.parse("2026-03-03T09:00:00Z")));
        client = new ApiClient(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
    }

    @Test
    void aLargeMergeWaitsForAnotherSteward() {
        Entity xiaoming = entityOf(Story.XIAOMING_CRM);
        Entity zhang = entityOf(Story.ZHANG_CRM);
        JsonNode foreseen = client.data(
                        "query ($ids: [ID!]!) { previewMerge(entities: $ids) { needsSecondSteward events { type } } }",
                        Map.of(
                                "ids",
                                new String[] {xiaoming.id().value(), zhang.id().value()}))
                .path("previewMerge");
        assertThat(foreseen.path("needsSecondSteward").asBoolean()).isTrue();

        JsonNode proposed = client.data(MERGE, Map.of("entities", new Object[] {expected(xiaoming), expected(zhang)}))
                .path("merge");
        String item = proposed.path("awaits").asText();
        assertThat(item).startsWith("SECOND_STEWARD|");
        assertThat(proposed.at("/operation/kind").asText()).isEqualTo("propose");
        assertThat(proposed.path("entities")).isEmpty();
        assertThat(entityOf(Story.ZHANG_CRM)).isEqualTo(zhang);
        JsonNode asked = client.data("{ reviewQueue { id kind cause a { id } b { id } identifier { value } } }")
                .path("reviewQueue")
                .path(0);
        assertThat(asked.path("id").asText()).isEqualTo(item);
        assertThat(asked.path("cause").asText())
                .isEqualTo(proposed.at("/operation/id").asText());
        assertThat(asked.path("identifier").isNull()).isTrue();

        assertThat(client.code(JUDGE, Map.of("item", item, "actor", "li")))
                .as("the one who proposed")
                .isEqualTo("INVALID_INPUT");
        JsonNode confirmed =
                client.data(JUDGE, Map.of("item", item, "actor", "wang")).path("judge");
        assertThat(confirmed.path("awaits").isNull()).isTrue();
        assertThat(entityOf(Story.ZHANG_CRM).records()).hasSize(5).containsAll(xiaoming.records());
        assertThat(client.data("query ($item: ID!) { reviewItem(id: $item) { open closedBy } }", Map.of("item", item))
                        .at("/reviewItem/open")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aSmallMergeIsDoneAtOnce() {
        Entity lone = entityOf(Story.LI_FANG);
        Entity zhang = entityOf(Story.ZHANG_CRM);
        JsonNode merged = client.data(MERGE, Map.of("entities", new Object[] {expected(lone), expected(zhang)}))
                .path("merge");
        assertThat(merged.path("awaits").isNull()).isTrue();
        assertThat(entityOf(Story.LI_FANG).records()).hasSize(4);
    }

    private Entity entityOf(RecordKey record) {
        return store.entityOf(record).orElseThrow();
    }

    private static Map<String, Object> expected(Entity entity) {
        return Map.of("id", entity.id().value(), "expectedVersion", entity.membershipVersion());
    }
}
