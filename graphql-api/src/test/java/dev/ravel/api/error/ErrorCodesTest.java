package dev.ravel.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.api.ApiClient;
import dev.ravel.api.ApiOptions;
import dev.ravel.api.ApiServer;
import dev.ravel.api.StoreProbe;
import dev.ravel.api.TestResolver;
import dev.ravel.api.work.WorkLimits;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.InMemoryStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorCodesTest {
    private static final String QUERY = "{ statistics { entities } }";
    private static final Duration TIMEOUT = Duration.ofMillis(400);

    private StoreProbe probe;
    private ApiServer server;
    private ApiClient client;

    @BeforeAll
    void start() {
        probe = StoreProbe.on(new InMemoryStore());
        server = ApiServer.start(
                ApiOptions.defaults().withPort(0).withWork(new WorkLimits(2, 3, 1, 1, TIMEOUT)),
                probe.store(),
                TestResolver.RESOLVER,
                Clock.systemUTC());
        client = new ApiClient(server.port());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void noHindrance() {
        probe.before(method -> {});
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void failuresOfTheResolverHaveTheirCode(ErrorCode code) {
        probe.before(method -> {
            throw new ResolutionException(code, "what, where and what next");
        });

        assertThat(client.code(QUERY)).isEqualTo(ApiErrorCode.of(code).name());
    }

    @Test
    void faultsOfTheServerAreHiddenBehindTheirCorrelationId() {
        probe.before(method -> {
            throw new IllegalStateException("secret of the server");
        });

        JsonNode error =
                client.ask(QUERY, Map.of(), "X-Request-Id", "look-me-up").at("/errors/0");

        assertThat(error.at("/extensions/code").asText()).isEqualTo("INTERNAL");
        assertThat(error.at("/extensions/correlationId").asText()).isEqualTo("look-me-up");
        assertThat(error.at("/path/0").asText()).isEqualTo("statistics");
        assertThat(error.at("/message").asText()).contains("look-me-up");
        assertThat(error.toString()).doesNotContain("secret", "Exception", "dev.ravel");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { statistics {                                                                     | INVALID_QUERY
                    { nothingLikeThis }                                                                | INVALID_QUERY
                    { entity { id } }                                                                  | INVALID_QUERY
                    query A { statistics { entities } } query B { statistics { entities } }            | INVALID_QUERY
                    { entity(id: " ") { id } }                                                         | INVALID_INPUT
                    { entities(first: 0) { nodes { id } } }                                            | INVALID_INPUT
                    { entities(minRecords: 0) { nodes { id } } }                                       | INVALID_INPUT
                    { entities(after: "no cursor") { nodes { id } } }                                  | INVALID_INPUT
                    { entities(after: "ZXZlbnQ6MQ") { nodes { id } } }                                 | INVALID_INPUT
                    { entityBy { id } }                                                                | INVALID_INPUT
                    { entityBy(record: { source: "a b", id: "1" }) { id } }                            | INVALID_INPUT
                    { entityBy(identifier: { type: PHONE, value: "not a number" }) { id } }            | INVALID_INPUT
                    { entityBy(identifier: { type: OTHER, value: "x" }) { id } }                       | INVALID_INPUT
                    { search(text: " ") { id } }                                                       | INVALID_INPUT
                    { explain(a: { source: "s", id: "1" }, b: { source: "s", id: "1" }) { outcome } }  | INVALID_INPUT
                    { previewMerge(entities: ["E1", "E1"]) { events { id } } }                         | INVALID_INPUT
                    { entities(first: 501) { nodes { id } } }                                          | LIMIT_EXCEEDED
                    """)
    void requestsThatDoNotFitHaveACode(String query, String code) {
        assertThat(client.code(query)).isEqualTo(code);
    }

    @Test
    void anEntityThatNeverWasIsNullAndNoError() {
        assertThat(client.data("{ entity(id: \"E1\") { id } }").path("entity").isNull())
                .isTrue();
    }

    @Test
    void mutationsNeedSomebodyToBlame() {
        JsonNode error = client.ask(
                        "mutation { undo(operation: \"o\", reason: \"r\", idempotencyKey: \"k\")" + " { repeated } }")
                .at("/errors/0");

        assertThat(error.at("/extensions/code").asText()).isEqualTo("INVALID_INPUT");
        assertThat(error.path("message").asText()).contains("actor", "X-Ravel-Actor");
    }

    @Test
    void aStoreThatDoesNotAnswerInTimeIsATimeout() {
        CountDownLatch end = new CountDownLatch(1);
        probe.before(method -> await(end));

        assertThat(client.code(QUERY)).isEqualTo("TIMEOUT");

        end.countDown();
    }

    @Test
    void workAboveTheQueueIsRefusedAtOnceAndWorksAgainLater() {
        CountDownLatch end = new CountDownLatch(1);
        probe.before(method -> await(end));
        List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            answers.add(client.askLater(QUERY));
        }

        List<String> codes = answers.stream()
                .map(answer -> answer.join().at("/errors/0/extensions/code").asText())
                .toList();
        end.countDown();
        probe.before(method -> {});

        assertThat(codes).contains("OVERLOADED").containsOnly("OVERLOADED", "TIMEOUT");
        assertThat(codes.stream().filter("TIMEOUT"::equals)).hasSize(5);
        assertThat(client.data(QUERY).at("/statistics/entities").asInt()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
