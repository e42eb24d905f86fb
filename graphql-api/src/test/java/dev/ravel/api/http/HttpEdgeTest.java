package dev.ravel.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.api.ApiClient;
import dev.ravel.api.ApiOptions;
import dev.ravel.api.ApiServer;
import dev.ravel.api.StoreProbe;
import dev.ravel.api.TestResolver;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.InMemoryStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpEdgeTest {
    private static final String QUERY = "{ statistics { entities } }";
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

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
    void noHindrance() {
        probe.before(method -> {});
    }

    @Test
    void isLiveAndReady() {
        assertThat(client.get("/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(client.get("/health/ready").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void isLiveButNotReadyWhenTheStoreFails() {
        probe.before(method -> {
            throw new ResolutionException(ErrorCode.STORE_UNAVAILABLE, "the store is away");
        });

        HttpResponse<String> ready = client.get("/health/ready");

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).isEqualTo("{\"status\":\"DOWN\"}");
        assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void measuresRequestsAndStoreCalls() {
        client.data(QUERY);
        client.ask("{ nothingLikeThis }");

        String metrics = client.get("/metrics").body();

        assertThat(metrics)
                .containsPattern("ravel_api_requests_seconds_count\\{field=\"statistics\",outcome=\"OK\"} [1-9]")
                .containsPattern("ravel_api_requests_seconds_count\\{field=\"none\",outcome=\"INVALID_QUERY\"} [1-9]")
                .containsPattern("ravel_store_calls_seconds_count\\{kind=\"read\"} [1-9]")
                .contains("executor_queued_tasks{name=\"ravel-api-read\"}")
                .contains("ravel_api_subscriptions 0.0")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void theFirstPageLinksWhatIsServed() {
        String page = client.get("/").body();

        for (String link : references(page)) {
            if (!link.startsWith("/graphiql/?")) {
                assertThat(client.get(link).statusCode()).as(link).isEqualTo(200);
            }
        }
        assertThat(references(page)).hasSizeGreaterThan(6);
    }

    @Test
    void examplesOfTheFirstPageAreGoodQueries() {
        for (LandingPage.Example example : LandingPage.examples()) {
            assertThat(client.data(example.query()).isObject())
                    .as(example.title())
                    .isTrue();
        }
    }

    @Test
    void graphiQlComesFromHereAndLoadsNothingFromElsewhere() {
        HttpResponse<String> redirect = client.get("/graphiql");
        assertThat(redirect.headers().firstValue("location")).contains("/graphiql/");

        HttpResponse<String> page = client.get("/graphiql/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("\"graphQLUri\":\"/graphql\"");
        List<String> parts = references(page.body());
        assertThat(parts).anyMatch(part -> part.endsWith(".js")).anyMatch(part -> part.endsWith(".css"));
        for (String part : parts) {
            assertThat(part).startsWith("./");
            HttpResponse<String> loaded = client.get("/graphiql/" + part.substring(2));
            assertThat(loaded.statusCode()).as(part).isEqualTo(200);
            assertThat(loaded.body()).as(part).doesNotContain("cdn.", "unpkg.com", "googleapis.com");
            assertThat(loaded.body()).as(part).doesNotContainPattern("(url\\(|@import )['\"]?(https?:)?//");
        }
    }

    @Test
    void browsersMayLoadFromHereOnly() {
        String policy = client.get("/graphiql/")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");

        assertThat(policy).contains("default-src 'self'", "connect-src 'self'").doesNotContain("http", "*");
    }

    @Test
    void answersCarryTheCallersRequestId() {
        HttpResponse<String> answer = client.post(ApiClient.body("{ nothing }", Map.of()), "X-Request-Id", "abc-1");

        assertThat(answer.headers().firstValue("X-Request-Id")).contains("abc-1");
        assertThat(ApiClient.json(answer.body())
                        .at("/errors/0/extensions/correlationId")
                        .asText())
                .isEqualTo("abc-1");
    }

    @Test
    void strangeRequestIdsAreReplaced() {
        HttpResponse<String> answer = client.get("/health/live", "X-Request-Id", "a b\"<script>");

        assertThat(answer.headers().firstValue("X-Request-Id").orElse("")).matches("[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "{\"variables\": {}}"})
    void bodiesThatAreNoRequestAreRefused(String body) {
        HttpResponse<String> answer = client.post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("INVALID_QUERY");
    }

    @Test
    void bodiesThatAreTooLargeAreRefused() {
        HttpResponse<String> answer = client.post(ApiClient.body("{ a }" + " ".repeat(300_000), Map.of()));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(code(answer)).isEqualTo("LIMIT_EXCEEDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/graphql"})
    void whatABrowserSendsWithoutAskingIsRefused(String type) {
        HttpResponse<String> answer = client.send(client.request("/graphql", "Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(ApiClient.body(QUERY, Map.of())))
                .build());

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void queriesByGetAreRefused() {
        assertThat(client.get("/graphql?query=%7Bstatistics%7Bentities%7D%7D").statusCode())
                .isEqualTo(405);
    }

    @Test
    void pagesOfOtherSitesAreRefused() {
        HttpResponse<String> answer =
                client.post(ApiClient.body(QUERY, Map.of()), "Origin", "https://elsewhere.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(code(answer)).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void ownPagesAreServed() {
        HttpResponse<String> answer =
                client.post(ApiClient.body(QUERY, Map.of()), "Origin", "http://127.0.0.1:" + server.port());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void namesThatAnotherSiteMadeResolveToLoopbackAreRefused() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void whatIsNotThereIsSaidInJson() {
        HttpResponse<String> answer = client.get("/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(code(answer)).isEqualTo("NOT_FOUND");
    }

    private static String code(HttpResponse<String> answer) {
        return ApiClient.json(answer.body()).at("/errors/0/extensions/code").asText();
    }

    private static List<String> references(String page) {
        List<String> found = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
