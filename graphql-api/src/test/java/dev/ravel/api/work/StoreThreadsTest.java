package dev.ravel.api.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.api.ApiClient;
import dev.ravel.api.ApiOptions;
import dev.ravel.api.ApiServer;
import dev.ravel.api.StoreProbe;
import dev.ravel.api.TestResolver;
import dev.ravel.resolver.store.InMemoryStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreThreadsTest {
    private static final String MUTATION =
            "mutation { undo(operation: \"none\", reason: \"r\", actor: \"a\", idempotencyKey: \"k\") { repeated } }";
    private static final List<String> READS = List.of(
            "{ entity(id: \"E1\") { id } }",
            "{ entityBy(record: { source: \"s\", id: \"1\" }) { id } }",
            "{ entityBy(identifier: { type: PHONE, value: \"13800138001\" }) { id } }",
            "{ entities { nodes { id } } }",
            "{ search(text: \"x\") { id } }",
            "{ explain(a: { source: \"s\", id: \"1\" }, b: { source: \"s\", id: \"2\" }) { outcome } }",
            "{ operation(id: \"none\") { id } }",
            "{ reviewQueue { id } }",
            "{ statistics { entities } }",
            "{ previewMerge(entities: [\"E1\", \"E2\"]) { events { id } } }");

    private StoreProbe probe;
    private ApiServer server;
    private ApiClient client;

    @BeforeAll
    void start() {
        probe = StoreProbe.on(new InMemoryStore());
        server = ApiServer.start(
                ApiOptions.defaults().withPort(0).withWork(new WorkLimits(2, 64, 1, 64, Duration.ofSeconds(20))),
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
        probe.forget();
    }

    @Test
    void everyReadCallsTheStoreOnTheThreadsForReads() {
        READS.forEach(client::ask);
        client.get("/health/ready");

        assertThat(probe.calls())
                .hasSizeGreaterThanOrEqualTo(READS.size())
                .allSatisfy(call -> assertThat(call.thread()).as(call.method()).startsWith(StoreWork.READ_POOL));
    }

    @Test
    void mutationsCallTheStoreOnTheThreadsForWrites() {
        client.ask(MUTATION);

        assertThat(probe.calls())
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.thread()).as(call.method()).startsWith(StoreWork.WRITE_POOL));
    }

    @Test
    void mutationsThatHangDoNotKeepReadsFromAnswering() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        probe.before(method -> {
            if (Thread.currentThread().getName().startsWith(StoreWork.WRITE_POOL)) {
                begun.countDown();
                await(end);
            }
        });
        List<CompletableFuture<JsonNode>> hanging = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            hanging.add(client.askLater(MUTATION));
        }
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        READS.forEach(query -> assertThat(client.ask(query).isObject()).isTrue());

        assertThat(hanging).noneMatch(CompletableFuture::isDone);
        end.countDown();
        hanging.forEach(answer -> assertThat(answer.join().isObject()).isTrue());
    }

    @Test
    void readsThatHangDoNotKeepTheEventLoopFromAnswering() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        probe.before(method -> {
            begun.countDown();
            await(end);
        });
        List<CompletableFuture<JsonNode>> hanging = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            hanging.add(client.askLater(READS.get(i % READS.size())));
        }
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(client.data("{ __typename }").path("__typename").asText()).isEqualTo("Query");
        assertThat(client.get("/health/live").statusCode()).isEqualTo(200);

        assertThat(hanging).noneMatch(CompletableFuture::isDone);
        end.countDown();
        hanging.forEach(answer -> assertThat(answer.join().isObject()).isTrue());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
