package dev.ravel.resolver.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.property.CustomerGenerator;
import dev.ravel.resolver.property.GraphState;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.InMemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** One of each type; and the versions of every entity follow each other. */
    @Test
    void everyTypeOfEventIsInTheFileInTheOrderOfItsEntity() throws IOException {
        Path path = directory.resolve("feed.jsonl");
        try (InMemoryStore store = Runs.openStore()) {
            Steward steward = new Steward(Runs.RESOLVER, store, Runs.CLOCK);
            for (String id : List.of("a1", "a2", "a3")) {
                Runs.applyAtOnce(store, List.of(person(id, 0, "王小明", "13812340001", "xm@qq.com")));
            }
            for (String id : List.of("b1", "b2")) {
                Runs.applyAtOnce(store, List.of(person(id, 0, "李伟", "13987654321", "lw@qq.com")));
            }
            Runs.applyAtOnce(store, List.of(person("a2", 1, "王小明", "13812340001", "xm@qq.com", "new@qq.com")));
            Runs.applyAtOnce(store, List.of(person("a3", 1, "李伟", "13987654321", "lw@qq.com")));
            Entity one = entity(store, "a1");
            Entity other = entity(store, "b1");
            String merge = steward.merge(
                            Map.of(one.id(), one.membershipVersion(), other.id(), other.membershipVersion()),
                            new StewardRequest("li", "married", "k1"))
                    .operation()
                    .id();
            steward.undo(merge, new StewardRequest("li", "divorced", "k2"));
            appendAll(store, path);
            assertThat(table(path)).isEqualTo(entities(store));
        }
        Map<String, Integer> versions = new TreeMap<>();
        Set<String> types = new TreeSet<>();
        for (String line : Files.readAllLines(path)) {
            JsonNode event = JSON.readTree(line);
            types.add(event.path("type").asText());
            assertThat(event.path("version").asInt())
                    .isEqualTo(versions.merge(event.path("entity").asText(), 1, Integer::sum));
        }
        assertThat(types)
                .contains("MERGED", "SPLIT", "MEMBER_MOVED", "GOLDEN_CHANGED", "RETIRED", "RESTORED", "CREATED");
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

    private static Entity entity(InMemoryStore store, String id) {
        return store.entityOf(RecordKey.of("crm", id)).orElseThrow();
    }

    private static SourceRecord person(String id, int second, String name, String phone, String... emails) {
        return SourceRecord.of(
                RecordKey.of("crm", id),
                RecordType.PERSON,
                Runs.NOW.minusSeconds(60).plusSeconds(second),
                Map.of(
                        AttributeName.NAME,
                        List.of(name),
                        AttributeName.PHONE,
                        List.of(phone),
                        AttributeName.EMAIL,
                        List.of(emails)));
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
