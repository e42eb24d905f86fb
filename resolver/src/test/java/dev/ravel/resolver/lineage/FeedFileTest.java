package dev.ravel.resolver.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ravel.model.entity.Entity;
import dev.ravel.resolver.property.CustomerGenerator;
import dev.ravel.resolver.property.GraphState;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.store.InMemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void whoAppliesTheFileHasTheTable() throws IOException {
        Path path = directory.resolve("feed.jsonl");
        try (InMemoryStore store = Runs.openStore()) {
            live(store, 1);
            appendAll(store, path);
            assertThat(table(path)).isEqualTo(entities(store));
            live(store, 2);
            appendAll(store, path);
            assertThat(table(path)).isEqualTo(entities(store));
        }
    }

    @Test
    void aBlockThatIsNotWholeIsWrittenAgain() throws IOException {
        Path path = directory.resolve("feed.jsonl");
        try (InMemoryStore store = Runs.openStore()) {
            live(store, 3);
            appendAll(store, path);
            String whole = Files.readString(path);
            assertThat(whole.lines().count()).isGreaterThan(10);
            for (int cut : new int[] {1, 2, 200, whole.length() / 2, whole.length() - 1}) {
                Files.writeString(path, whole.substring(0, whole.length() - cut));
                appendAll(store, path);
                assertThat(Files.readString(path)).as("%d characters lost", cut).isEqualTo(whole);
            }
        }
    }

    @Test
    void anotherFileIsLeftAlone() throws IOException {
        Path path = directory.resolve("notes.txt");
        Files.writeString(path, "not a feed\n");
        assertThatThrownBy(() -> new FeedFile(path))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("notes.txt");
        assertThat(path).hasContent("not a feed");
    }

    private static void live(InMemoryStore store, long seed) {
        Runs.applyInDisorder(store, new CustomerGenerator(seed).versions(8), new Random(seed));
    }

    private static void appendAll(InMemoryStore store, Path path) throws IOException {
        while (store.seal().isPresent()) {}
        try (FeedFile file = new FeedFile(path)) {
            ChangeFeed feed = new ChangeFeed(store);
            while (file.append(feed) > 0) {}
            assertThat(file.block()).isEqualTo(store.sealHead().number());
        }
    }

    private static Map<String, String> table(Path path) throws IOException {
        Map<String, String> table = new TreeMap<>();
        for (String line : Files.readAllLines(path)) {
            JsonNode event = JSON.readTree(line);
            table.put(event.path("entity").asText(), event.path("after").toString());
        }
        table.values().removeIf("[]"::equals);
        return table;
    }

    private static Map<String, String> entities(InMemoryStore store) {
        return GraphState.active(store).stream()
                .collect(Collectors.toMap(
                        entity -> entity.id().value(), FeedFileTest::records, (a, b) -> a, TreeMap::new));
    }

    private static String records(Entity entity) {
        return entity.records().stream()
                .map(record -> '"' + record.text() + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }
}
