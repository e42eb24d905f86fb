package dev.ravel.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.api.ApiOptions;
import dev.ravel.api.ApiServer;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.cypher.store.Neo4jStore;
import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.ingest.input.StoredInput;
import dev.ravel.ingest.parse.InputReader;
import dev.ravel.ingest.parse.Parsed;
import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.GoldenValue;
import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.lineage.EventChain;
import dev.ravel.resolver.region.CandidatePairs;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.stream.Incoming;
import dev.ravel.resolver.stream.StreamResolver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The stops of docs/walkthrough.md, in their order; the stop's number is in the method's name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecordJourneyIT {
    private static final String LINES =
            """
            {"source":"crm","id":"c-1001","type":"PERSON","observedAt":"2026-03-01T08:00:00Z","attributes":{"name":["王小明"],"phone":["138 2746 1935"],"email":["XM.Wang@example.cn"],"birthDate":["1990-01-02"]}}
            {"source":"shop","id":"s-7","type":"PERSON","observedAt":"2026-03-02T08:00:00Z","attributes":{"name":["Wang Xiaoming"],"phone":["+86 13827461935"],"address":["上海市浦东新区世纪大道100号"]}}
            """;
    private static final RecordKey CRM = RecordKey.of("crm", "c-1001");
    private static final RecordKey SHOP = RecordKey.of("shop", "s-7");
    private static final String SPLIT =
            """
            mutation($id: ID!, $version: Int!) {
              split(entity: $id, expectedVersion: $version, idempotencyKey: "journey-split", actor: "li",
                    reason: "father and son of the same name",
                    groups: [[{source: "crm", id: "c-1001"}], [{source: "shop", id: "s-7"}]]) {
                operation { id }
                entities { id size }
              }
            }
            """;
    private static final String UNDO =
            """
            mutation($operation: ID!) {
              undo(operation: $operation, idempotencyKey: "journey-undo", actor: "li", reason: "they are one after all") {
                entities { id size }
              }
            }
            """;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Resolver resolver = Resolver.of(RavelConfiguration.defaults().resolver(), MatchModel.shipped());
    private final ResolutionStore store = Neo4jStore.connect(Neo4jTestServer.connection());
    private final StreamResolver stream = new StreamResolver(resolver, store, Clock.systemUTC());
    private final List<SourceRecord> versions = new ArrayList<>();
    private String entityId = "";

    @BeforeAll
    void openAnEmptyGraph() {
        Neo4jTestServer.wipe();
        store.open(resolver.digest());
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    @Order(1)
    void stop1aLineBecomesASourceRecord(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("customers.jsonl"), LINES);
        InputReader reader = new InputReader(SourceCatalog.of(RavelConfiguration.defaults()), Clock.systemUTC());
        reader.read(StoredInput.of(file), parsed -> versions.add(((Parsed.Accepted) parsed).version()));
        assertThat(versions).extracting(SourceRecord::key).containsExactly(CRM, SHOP);
        assertThat(versions.get(0).values("phone")).containsExactly("138 2746 1935");
    }

    @Test
    @Order(2)
    void stop2ValuesAreStandardisedBesideTheRawOnes() {
        StandardRecord standard = resolver.standardiser().standardise(versions.get(0));
        assertThat(standard.identifiers())
                .filteredOn(identifier -> identifier.type() == IdentifierType.PHONE)
                .singleElement()
                .satisfies(phone -> {
                    assertThat(phone.value()).isEqualTo("+8613827461935");
                    assertThat(phone.raw()).isEqualTo("138 2746 1935");
                });
    }

    @Test
    @Order(3)
    void stop3aSharedKeyMakesTheTwoACandidatePair() {
        SharedKey phone = SharedKey.identifier("main", IdentifierType.PHONE, "", "+8613827461935");
        assertThat(live(0).standard().keys()).contains(phone);
        assertThat(live(1).standard().keys()).contains(phone);
        assertThat(CandidatePairs.rule(live(0), live(1))).isNotEmpty();
    }

    @Test
    @Order(4)
    void stop4TheModelScoresThePairAndSaysWhy() {
        Explanation explanation = resolver.scorer()
                .explain(
                        live(0),
                        live(1),
                        resolver.model(),
                        "PHONE",
                        resolver.digest().hex());
        assertThat(explanation.weight())
                .isGreaterThanOrEqualTo(resolver.settings().matchWeight());
        assertThat(explanation.levels())
                .anySatisfy(level -> assertThat(level.comparison()).isEqualTo("phone"))
                .anySatisfy(level -> assertThat(level.comparison()).containsIgnoringCase("name"));
    }

    @Test
    @Order(5)
    void stop5OneTransactionMakesThemOneEntity() {
        stream.apply(incoming(), List.of());
        Entity entity = store.entityOf(CRM).orElseThrow();
        assertThat(entity.records()).containsExactly(CRM, SHOP);
        entityId = entity.id().value();
    }

    @Test
    @Order(6)
    void stop6EachGoldenValueSaysWhereItCameFrom() {
        Entity entity = store.entityOf(CRM).orElseThrow();
        GoldenValue birthDate = entity.golden().best("birthDate").orElseThrow();
        assertThat(birthDate.value()).isEqualTo("1990-01-02");
        assertThat(birthDate.provenance()).isEqualTo(CRM);
        assertThat(entity.golden().best("address").orElseThrow().provenance()).isEqualTo(SHOP);
    }

    @Test
    @Order(7)
    void stop7WhatHappenedIsAChainOfEvents() {
        Entity entity = store.entityOf(CRM).orElseThrow();
        List<LineageEvent> events = store.events(entity.id(), 0, 10);
        assertThat(events).first().extracting(LineageEvent::type).isEqualTo(EventType.CREATED);
        assertThat(EventChain.verify(events)).isEmpty();
        assertThat(events.get(events.size() - 1).hash()).isEqualTo(entity.lastEventHash());
    }

    @Test
    @Order(8)
    void stop8GraphQlAnswersByAnyOfItsIdentifiersAndAPersonSplitsIt() throws IOException, InterruptedException {
        try (ApiServer api = ApiServer.start(ApiOptions.defaults().withPort(0), store, resolver, Clock.systemUTC())) {
            JsonNode found = ask(
                            api,
                            "{ entityBy(identifier: {type: PHONE, value: \"13827461935\"}) { id membershipVersion size } }",
                            JSON.createObjectNode())
                    .at("/data/entityBy/0");
            assertThat(found.get("id").asText()).isEqualTo(entityId);
            assertThat(found.get("size").asInt()).isEqualTo(2);

            JsonNode split = ask(
                    api,
                    SPLIT,
                    JSON.createObjectNode()
                            .put("id", entityId)
                            .put("version", found.get("membershipVersion").asInt()));
            assertThat(split.at("/data/split/entities")).as(split.toString()).hasSize(2);
            assertThat(store.entityOf(CRM)).isNotEqualTo(store.entityOf(SHOP));

            stream.apply(incoming(), List.of());
            assertThat(store.entityOf(CRM).orElseThrow().id())
                    .as("the split stands after the same records came again")
                    .isNotEqualTo(store.entityOf(SHOP).orElseThrow().id());

            ask(
                    api,
                    UNDO,
                    JSON.createObjectNode()
                            .put(
                                    "operation",
                                    split.at("/data/split/operation/id").asText()));
            Entity whole = store.entityOf(SHOP).orElseThrow();
            assertThat(whole.records()).containsExactly(CRM, SHOP);
            assertThat(whole.id().value()).as("undo brings the old id back").isEqualTo(entityId);
        }
    }

    private LiveRecord live(int index) {
        return new LiveRecord(resolver.standardiser().standardise(versions.get(index)), 0, 0);
    }

    private List<Incoming> incoming() {
        return versions.stream()
                .map(version -> new Incoming(version, "journey"))
                .toList();
    }

    private static JsonNode ask(ApiServer api, String query, ObjectNode variables)
            throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("query", query);
        body.set("variables", variables);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body());
    }
}
