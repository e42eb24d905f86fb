package dev.ravel.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.store.InMemoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Walks through {@code docs/stewardship.md}: each query in it gives the answer below it. Run with
 * {@code -Dravel.golden=write} to write the answers anew.
 */
class StewardshipGuideTest {
    private static final Path GUIDE = Path.of("../docs/stewardship.md");
    private static final Pattern STEP = Pattern.compile(
            "```graphql\n(?<query>.*?)```\n\n```json\n(?<answer>.*?)```|<!-- the shop sends s-8 -->", Pattern.DOTALL);
    private static final Instant AT_WORK = Instant.parse("2026-03-03T09:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyQueryGivesTheAnswerBelowIt() throws IOException {
        String guide = Files.readString(GUIDE, StandardCharsets.UTF_8);
        StringBuilder written = new StringBuilder();
        int queries = 0;
        try (InMemoryStore store = new InMemoryStore()) {
            Story.tell(store);
            try (ApiServer server = ApiServer.start(
                    ApiOptions.defaults().withPort(0), store, TestResolver.RESOLVER, Story.at(AT_WORK))) {
                ApiClient client = new ApiClient(server.port());
                Matcher step = STEP.matcher(guide);
                while (step.find()) {
                    String query = step.group("query");
                    if (query == null) {
                        Story.stream(
                                store,
                                AT_WORK.plusSeconds(1),
                                Story.person(
                                        RecordKey.of("shop", "s-8"),
                                        6,
                                        "name",
                                        "张伟",
                                        "phone",
                                        "13761234589",
                                        "email",
                                        "zw@163.com"));
                        step.appendReplacement(written, Matcher.quoteReplacement(step.group()));
                    } else {
                        queries++;
                        String answer = client.data(query).toPrettyString() + '\n';
                        step.appendReplacement(
                                written,
                                Matcher.quoteReplacement("```graphql\n" + query + "```\n\n```json\n" + answer + "```"));
                        if (!isWriting()) {
                            assertThat(settled(answer))
                                    .as("the answer to %s", query)
                                    .isEqualTo(settled(step.group("answer")));
                        }
                    }
                }
                step.appendTail(written);
            }
        }
        assertThat(queries).isEqualTo(11);
        if (isWriting()) {
            Files.writeString(GUIDE, written, StandardCharsets.UTF_8);
        }
    }

    private static boolean isWriting() {
        return "write".equals(System.getProperty("ravel.golden"));
    }

    private static String settled(String answer) throws JsonProcessingException {
        JsonNode node = JSON.readTree(answer);
        return Golden.settled(node).toPrettyString().replaceAll("-?\\d+\\.\\d+", "<number>");
    }
}
