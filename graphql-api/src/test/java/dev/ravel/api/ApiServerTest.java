package dev.ravel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.InMemoryStore;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiServerTest {
    private static final String TOKEN = "a-secret-of-16-characters-or-more";
    private static final String QUERY = ApiClient.body("{ statistics { entities } }", Map.of());

    @Test
    void aPortInUseIsSaidInOneLineThatTellsWhatToDo() {
        try (ApiServer first = start(ApiOptions.defaults().withPort(0))) {
            assertThatThrownBy(() -> start(ApiOptions.defaults().withPort(first.port())))
                    .isInstanceOfSatisfying(
                            ResolutionException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                    .hasMessage("the API cannot listen on 127.0.0.1:" + first.port()
                            + ", the port is in use: stop the program that has it, or choose another port");
        }
    }

    @Test
    void thePortIsFreeAgainAfterClosing() {
        ApiServer first = start(ApiOptions.defaults().withPort(0));
        int port = first.port();
        first.close();
        first.close();

        try (ApiServer second = start(ApiOptions.defaults().withPort(port))) {
            assertThat(second.url()).isEqualTo("http://127.0.0.1:" + port + "/");
        }
    }

    @Test
    void aTokenGuardsDataButNotPagesAndHealth() {
        ApiOptions guarded = ApiOptions.defaults().withPort(0).withHostAndToken("127.0.0.1", TOKEN);
        try (ApiServer server = start(guarded)) {
            ApiClient client = new ApiClient(server.port());

            assertThat(client.post(QUERY).statusCode()).isEqualTo(401);
            assertThat(client.post(QUERY, "Authorization", "Bearer wrong").statusCode())
                    .isEqualTo(401);
            assertThat(client.post(QUERY, "Authorization", "Basic " + TOKEN).statusCode())
                    .isEqualTo(401);
            assertThat(client.post(QUERY, "Authorization", "Bearer " + TOKEN).statusCode())
                    .isEqualTo(200);
            assertThat(client.get("/metrics").statusCode()).isEqualTo(401);
            assertThat(client.get("/metrics", "Authorization", "Bearer " + TOKEN)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(client.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aRefusalSaysWhatToSend() {
        ApiOptions guarded = ApiOptions.defaults().withPort(0).withHostAndToken("127.0.0.1", TOKEN);
        try (ApiServer server = start(guarded)) {
            HttpResponse<String> refusal = new ApiClient(server.port()).post(QUERY);

            assertThat(refusal.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(ApiClient.json(refusal.body())
                            .at("/errors/0/extensions/code")
                            .asText())
                    .isEqualTo("UNAUTHENTICATED");
            assertThat(refusal.body()).contains("Authorization: Bearer").doesNotContain(TOKEN);
        }
    }

    @Test
    void withoutATokenOnlyLoopbackIsBound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("0.0.0.0", Optional.empty()))
                .withMessageContaining("set a token, or use 127.0.0.1");
        assertThat(options("0.0.0.0", Optional.of(TOKEN)).isLoopback()).isFalse();
    }

    @Test
    void tokensThatCanBeGuessedAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("127.0.0.1", Optional.of("short")))
                .withMessageContaining("at least 16 characters");
    }

    private static ApiOptions options(String host, Optional<String> token) {
        ApiOptions defaults = ApiOptions.defaults();
        return new ApiOptions(
                host, 0, token, defaults.requests(), defaults.work(), defaults.feedTick(), defaults.secondSteward());
    }

    private static ApiServer start(ApiOptions options) {
        return ApiServer.start(options, new InMemoryStore(), TestResolver.RESOLVER, Clock.systemUTC());
    }
}
