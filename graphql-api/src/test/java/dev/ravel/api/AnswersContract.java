package dev.ravel.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.audit.AuditDraw;
import dev.ravel.resolver.store.ResolutionStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The answers of the API on the story, against golden files: the same whatever the store. */
abstract class AnswersContract {
    private static final Instant STEWARD_AT_WORK = Instant.parse("2026-03-03T09:00:00Z");

    private ResolutionStore store;
    private ApiServer server;
    private ApiClient client;

    @BeforeEach
    void start() {
        store = emptyStore();
        Story.tell(store);
        server = ApiServer.start(
                ApiOptions.defaults().withPort(0), store, TestResolver.RESOLVER, Story.at(STEWARD_AT_WORK));
        client = new ApiClient(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
    }

    @Test
    void anEntityWithEverythingThatHangsOnIt() {
        Golden.check("entity", client.data(Golden.question("entity"), Map.of("id", idOf(Story.XIAOMING_CRM))));
    }

    @Test
    void anEntityAsAGraph() {
        Golden.check("graph", client.data(Golden.question("graph"), Map.of("id", idOf(Story.XIAOMING_CRM))));
    }

    @Test
    void entitiesByWhatPeopleKnowOfThem() {
        Golden.check("entity-by-phone", client.data(Golden.question("entity-by-phone")));
    }

    @Test
    void whyTwoRecordsAreOneAndTwoOthersAreNot() {
        Golden.check("explain", client.data(Golden.question("explain")));
    }

    @Test
    void theCountsOfTheGraph() {
        Golden.check("statistics", client.data(Golden.question("statistics")));
    }

    @Test
    void aSplitAndItsUndo() {
        Entity before = entityOf(Story.ZHANG_CRM);
        assertThat(before.records()).hasSize(3);

        JsonNode split = client.data(
                Golden.question("split"), Map.of("entity", before.id().value(), "version", before.membershipVersion()));
        Golden.check("split", split);
        assertThat(entityOf(Story.ZHANG_SERVICE).records()).hasSize(1);

        JsonNode undo = client.data(
                Golden.question("undo"),
                Map.of(
                        "operation",
                        store.judgementsOf(before.records()).get(0).judgement().operation()));
        Golden.check("undo", undo);
        assertThat(entityOf(Story.ZHANG_SERVICE).id()).isEqualTo(before.id());
        assertThat(entityOf(Story.ZHANG_SERVICE).records()).isEqualTo(before.records());
    }

    @Test
    void whatTheEngineProposesToPartTwoRecords() {
        Golden.check(
                "preview-separate",
                client.data(Golden.question("preview-separate"), Map.of("entity", idOf(Story.ZHANG_CRM))));
        assertThat(entityOf(Story.ZHANG_CRM).records())
                .as("a preview writes nothing")
                .hasSize(3);
    }

    @Test
    void aDetachedRecordAndTheAnswerToTheQuestionThatComesBack() {
        Entity before = entityOf(Story.ZHANG_CRM);
        Golden.check(
                "detach",
                client.data(
                        Golden.question("detach"),
                        Map.of("entity", before.id().value(), "version", before.membershipVersion())));
        Story.stream(
                store,
                STEWARD_AT_WORK,
                Story.person(
                        RecordKey.of("shop", "s-8"), 6, "name", "张伟", "phone", "13761234589", "email", "zw@163.com"));
        String item = client.data("{ reviewQueue { id kind } }")
                .path("reviewQueue")
                .path(0)
                .path("id")
                .asText();
        assertThat(item).startsWith("BLOCKED_BRIDGE");
        JsonNode claimed = client.data(
                        "mutation ($item: ID!) { claim(item: $item, actor: \"wang\") { claimedBy priority } }",
                        Map.of("item", item))
                .path("claim");
        assertThat(claimed.path("claimedBy").asText()).isEqualTo("wang");
        assertThat(claimed.path("priority").asDouble()).isPositive();
        assertThat(client.data("{ reviewQueue(unclaimed: true) { id } }").findValuesAsText("id"))
                .doesNotContain(item);
        client.data(
                "mutation ($item: ID!) { handOver(item: $item, to: \"li\", actor: \"wang\") { claimedBy } }",
                Map.of("item", item));
        client.data("mutation ($item: ID!) { skip(item: $item, actor: \"li\") { skips } }", Map.of("item", item));
        Golden.check("judge", client.data(Golden.question("judge"), Map.of("item", item)));
        JsonNode answered = client.data(
                        "query ($item: ID!) { reviewItem(id: $item) { closedBy skips } }", Map.of("item", item))
                .path("reviewItem");
        assertThat(answered.path("closedBy").asText()).startsWith("main:O");
        assertThat(answered.path("skips").asInt()).isEqualTo(1);
        assertThat(client.data("{ reviewQueue { id } }").findValuesAsText("id")).doesNotContain(item);
    }

    @Test
    void aSuppressedIdentifierPartsThoseWhoHadNothingElse() {
        Story.stream(
                store,
                STEWARD_AT_WORK,
                Story.person(RecordKey.of("loyalty", "l-8"), 6, "name", "张伟", "phone", "13761234589"));
        assertThat(entityOf(RecordKey.of("loyalty", "l-8")).records()).hasSize(4);
        Golden.check("suppress", client.data(Golden.question("suppress")));
        assertThat(client.data(
                                "{ entityBy(identifier: {type: PHONE, value: \"13761234589\"}) { identifiers { type suppressed } } }")
                        .findValuesAsText("suppressed"))
                .contains("true");
    }

    @Test
    void aRulingOnAnIdentifierComesUpForReview() {
        String suppress =
                """
                mutation ($key: String!, $reviewAt: DateTime) {
                  suppressIdentifier(identifier: {type: PHONE, value: "138 0013 8001"}, reason: "a family's", actor: "li",
                                     reviewAt: $reviewAt, idempotencyKey: $key) { operation { id } }
                }
                """;
        client.data(suppress, Map.of("key", "s1", "reviewAt", "2026-03-03T08:00:00Z"));
        String query = "{ reviewQueue { id kind a { id } stake identifier { value suppressed } } }";
        JsonNode due = StreamSupport.stream(
                        client.data(query).path("reviewQueue").spliterator(), false)
                .filter(item -> item.path("kind").asText().equals("REVIEW_DUE"))
                .findFirst()
                .orElseThrow();
        assertThat(due.path("a").isNull()).isTrue();
        assertThat(due.path("stake").asInt()).as("three carriers").isEqualTo(3);
        assertThat(due.at("/identifier/value").asText()).isEqualTo("+8613800138001");
        assertThat(due.at("/identifier/suppressed").asBoolean()).isTrue();
        client.data(suppress, Map.of("key", "s2"));
        assertThat(client.data(query).path("reviewQueue").findValuesAsText("kind"))
                .as("confirmed")
                .doesNotContain("REVIEW_DUE");
        assertThat(client.code(suppress, Map.of("key", "s3"))).isEqualTo("INVALID_INPUT");
    }

    @Test
    void anAuditFromTheDrawToTheMeasuredPrecision() {
        new AuditDraw(TestResolver.RESOLVER, store, Story.at(STEWARD_AT_WORK)).draw("spring", 1, 50, seen -> {});
        String query = "{ auditReports { sample pairs answered precision { value low high answers } recall { value }"
                + " bySource { name } byRule { name } open { id kind cause } } }";
        JsonNode drawn = client.data(query).path("auditReports").path(0);
        assertThat(drawn.path("precision").isNull()).isTrue();
        assertThat(drawn.path("open").findValuesAsText("cause")).containsOnly("spring");
        List<String> items = drawn.path("open").findValuesAsText("id");
        assertThat(items).hasSize(drawn.path("pairs").asInt()).hasSizeGreaterThanOrEqualTo(4);
        for (String item : items) {
            client.data(
                    "mutation ($item: ID!) { judge(item: $item, verdict: SAME, reason: \"seen\", actor: \"li\","
                            + " idempotencyKey: \"" + item + "\") { operation { id } } }",
                    Map.of("item", item));
        }
        JsonNode answered = client.data(query).path("auditReports").path(0);
        assertThat(answered.path("answered").asInt()).isEqualTo(items.size());
        assertThat(answered.path("precision").path("value").asDouble()).isEqualTo(1);
        assertThat(answered.path("precision").path("low").asDouble()).isBetween(0.3, 0.9);
        assertThat(answered.path("bySource").findValuesAsText("name")).contains("crm", "shop");
        assertThat(answered.path("open")).isEmpty();
    }

    @Test
    void manyOperationsAtOnceEachForItself() {
        String operations = "operations: [{detach: {source: \"service\", id: \"v-7\"}},"
                + " {detach: {source: \"crm\", id: \"nobody\"}},"
                + " {suppressIdentifier: {type: PHONE, value: \"138 0013 8001\"}}]";
        JsonNode foreseen = client.data("{ previewBulk(" + operations + ") { result { entities { size } } code } }")
                .path("previewBulk");
        assertThat(foreseen).hasSize(3);
        assertThat(entityOf(Story.ZHANG_CRM).records()).hasSize(3);
        String mutation = "mutation { bulk(" + operations
                + ", reason: \"a clean-up\", actor: \"li\", idempotencyKey: \"b1\") { target code result { repeated } } }";
        JsonNode done = client.data(mutation).path("bulk");
        assertThat(done.findValuesAsText("code")).containsExactly("null", "NOT_FOUND", "null");
        assertThat(entityOf(Story.ZHANG_SERVICE).records()).hasSize(1);
        assertThat(client.data(mutation).path("bulk").findValuesAsText("repeated"))
                .containsExactly("true", "true");
        JsonNode answered = client.data(
                        "mutation { judgeAll(where: {source: \"crm\"}, verdict: UNSURE, reason: \"later\", actor: \"li\","
                                + " idempotencyKey: \"b2\") { target code } }")
                .path("judgeAll");
        assertThat(answered.findValuesAsText("code")).allMatch("null"::equals);
        assertThat(client.data("{ previewJudgeAll(where: {source: \"crm\"}, verdict: UNSURE) { target } }")
                        .path("previewJudgeAll"))
                .isEmpty();
    }

    @Test
    void allThatAPersonDecidedIsTakenBackAtOnce() {
        Entity zhang = entityOf(Story.ZHANG_CRM);
        String detachAll = "%s(where: {entity: \"" + zhang.id() + "\"}";
        assertThat(client.data("{ " + detachAll.formatted("previewDetachAll") + ") { target code } }")
                        .path("previewDetachAll"))
                .as("the first of three stays")
                .hasSize(2);
        assertThat(entityOf(Story.ZHANG_CRM)).isEqualTo(zhang);
        String why = ", reason: \"a clean-up\", actor: \"temp\", ticket: \"CASE-9\", idempotencyKey: \"%s\")"
                + " { target code result { operation { kind } repeated } } }";
        JsonNode apart = client.data("mutation { " + detachAll.formatted("detachAll") + why.formatted("q1"))
                .path("detachAll");
        assertThat(apart.findValuesAsText("kind")).containsExactly("detach", "detach");
        assertThat(entityOf(Story.ZHANG_CRM).records()).hasSize(1);
        JsonNode ruled = client.data("mutation { suppressAll(where: {type: PHONE, minRecords: 3}" + why.formatted("q2"))
                .path("suppressAll");
        assertThat(ruled.findValuesAsText("target"))
                .contains("suppress main:PHONE::+8613800138001", "suppress main:PHONE::+8613761234589");

        String undoAll = "%s(where: {actor: \"temp\", ticket: \"CASE-9\", from: \"2026-03-03T00:00:00Z\"}";
        assertThat(client.data("{ " + undoAll.formatted("previewUndoAll") + ") { target } }")
                        .path("previewUndoAll"))
                .hasSize(2 + ruled.size());
        JsonNode back = client.data("mutation { " + undoAll.formatted("undoAll") + why.formatted("q3"))
                .path("undoAll");
        assertThat(back.findValuesAsText("code")).hasSize(2 + ruled.size()).containsOnly("null");
        assertThat(entityOf(Story.ZHANG_CRM).id()).isEqualTo(zhang.id());
        assertThat(entityOf(Story.ZHANG_CRM).records()).isEqualTo(zhang.records());
        assertThat(client.data("{ " + undoAll.formatted("previewUndoAll") + ") { target } }")
                        .path("previewUndoAll"))
                .isEmpty();
    }

    @Test
    void whatAQueryCannotMeanIsRefused() {
        String why = ", reason: \"a clean-up\", actor: \"temp\", idempotencyKey: \"q\") { target } }";
        assertThat(client.code("mutation { undoAll(where: {}" + why)).isEqualTo("INVALID_INPUT");
        assertThat(client.code("mutation { undoAll(where: {actor: \" \"}" + why))
                .isEqualTo("INVALID_INPUT");
        assertThat(client.code("mutation { detachAll(where: {source: \"crm\"}" + why))
                .isEqualTo("INVALID_INPUT");
        assertThat(client.code("{ previewDetachAll(where: {entity: \"main:Enobody\"}) { target } }"))
                .isEqualTo("NOT_FOUND");
        assertThat(client.code("{ previewSuppressAll(where: {type: PHONE}, first: 201) { target } }"))
                .isEqualTo("LIMIT_EXCEEDED");
        assertThat(client.data("{ previewRestoreAll(where: {type: PHONE}) { target } }")
                        .path("previewRestoreAll"))
                .isEmpty();
    }

    @Test
    void textsThatNoIndexCouldHoldAreRefused() {
        String undo = "mutation ($reason: String!, $key: String!, $actor: String!) {"
                + " undo(operation: \"main:O1\", reason: $reason, actor: $actor, idempotencyKey: $key) { repeated } }";
        String tooLong = "x".repeat(10_001);
        for (Map<String, String> given : List.of(
                Map.of("reason", tooLong, "key", "k", "actor", "li"),
                Map.of("reason", "r", "key", tooLong, "actor", "li"),
                Map.of("reason", "r", "key", "k", "actor", tooLong))) {
            assertThat(client.code(undo, given)).isEqualTo("INVALID_INPUT");
        }
        Entity zhang = entityOf(Story.ZHANG_CRM);
        String detach = "mutation ($key: String!, $entity: ID!) { detach(entity: $entity, expectedVersion: 1,"
                + " record: {source: \"crm\", id: \"c-7\"}, reason: \"r\", actor: \"li\", idempotencyKey: $key)"
                + " { repeated } }";
        Map<String, String> longest =
                Map.of("key", "键".repeat(1_000), "entity", zhang.id().value());
        assertThat(client.data(detach, longest).findValuesAsText("repeated")).containsExactly("false");
        assertThat(client.data(detach, longest).findValuesAsText("repeated")).containsExactly("true");
    }

    @Test
    void whoHadANumberAtATime() {
        Story.stream(
                store,
                STEWARD_AT_WORK,
                Story.person(Story.ZHANG_SERVICE, 30, "name", "张伟", "phone", "13612349876", "email", "zw7@163.com"),
                SourceRecord.deletion(Story.ZHANG_CRM, Instant.parse("2026-03-02T12:00:00Z")),
                SourceRecord.deletion(Story.ZHANG_SHOP, Instant.parse("2026-03-02T12:00:00Z")));
        assertThat(recordsAsOf("137 6123 4589", Story.INGESTED.minusSeconds(1))).isEmpty();
        assertThat(recordsAsOf("137 6123 4589", Story.INGESTED)).containsExactly("c-7", "v-7", "s-7");
        assertThat(recordsAsOf("137 6123 4589", STEWARD_AT_WORK)).isEmpty();
        assertThat(recordsAsOf("13612349876", Story.INGESTED)).isEmpty();
        assertThat(recordsAsOf("13612349876", STEWARD_AT_WORK)).containsExactly("v-7");
        assertThat(client.code(
                        "{ entitiesAsOf(identifier: {type: PHONE, value: \"not a number\"}, at: \"2026-03-02T00:00:00Z\")"
                                + " { entity } }"))
                .isEqualTo("INVALID_INPUT");
    }

    private List<String> recordsAsOf(String phone, Instant at) {
        return client.data(
                        "query ($phone: String!, $at: DateTime!) {"
                                + " entitiesAsOf(identifier: {type: PHONE, value: $phone}, at: $at) { records { id } } }",
                        Map.of("phone", phone, "at", at.toString()))
                .findValuesAsText("id");
    }

    @Test
    void whoIsRelatedAndIsNotOneCustomer() {
        JsonNode related = client.data(
                        "query ($id: ID!) { entity(id: $id) { related { kind entity { name } by { type value records { id } } } } }",
                        Map.of("id", idOf(Story.XIAOMING_CRM)))
                .at("/entity/related");
        assertThat(related).as("his wife, by the family's phone").hasSize(1);
        assertThat(related.at("/0/kind").asText()).isEqualTo("PHONE");
        assertThat(related.at("/0/entity/name").asText()).isEqualTo("李芳");
        assertThat(related.at("/0/by/0/value").asText()).isEqualTo("+8613800138001");
        assertThat(related.at("/0/by/0/records").findValuesAsText("id"))
                .containsExactly(Story.XIAOMING_CRM.id(), Story.XIAOMING_SHOP.id());
    }

    @Test
    void searchFindsNamesInAnyScript() throws InterruptedException {
        for (String text : List.of("王小明", "xiaoming", "wangxiaoming")) {
            assertThat(found(text)).as(text).contains("王小明");
        }
    }

    /** An open-able store without content. */
    abstract ResolutionStore emptyStore();

    private List<String> found(String text) throws InterruptedException {
        List<String> names = List.of();
        // Search may follow commits within a second.
        for (int attempt = 0; names.isEmpty() && attempt < 30; attempt++) {
            Thread.sleep(attempt == 0 ? 0 : 100);
            names = client.data("query ($text: String!) { search(text: $text) { name } }", Map.of("text", text))
                    .findValuesAsText("name");
        }
        return names;
    }

    private String idOf(RecordKey record) {
        return entityOf(record).id().value();
    }

    private Entity entityOf(RecordKey record) {
        return store.entityOf(record).orElseThrow();
    }
}
