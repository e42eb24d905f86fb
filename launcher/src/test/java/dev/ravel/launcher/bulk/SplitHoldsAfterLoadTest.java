package dev.ravel.launcher.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.launcher.CommandException;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.decision.Decisions;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.stream.Incoming;
import dev.ravel.resolver.stream.StreamResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What persons decided goes along from a graph into a bulk result, and with the result into a graph. */
class SplitHoldsAfterLoadTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Resolver RESOLVER = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());
    private static final RecordKey CRM = RecordKey.of("crm", "1");
    private static final RecordKey SHOP = RecordKey.of("shop", "1");
    private static final RecordKey SERVICE = RecordKey.of("service", "1");
    private static final RecordKey ONE = RecordKey.of("crm", "2");
    private static final RecordKey TWO = RecordKey.of("shop", "2");
    private static final SharedKey DESK =
            SharedKey.identifier(RecordKey.DEFAULT_TENANT, IdentifierType.PHONE, "", "+8613761234589");

    @TempDir
    private Path directory = Path.of("");

    private final InMemoryStore graph = new InMemoryStore();
    private final List<SourceRecord> versions = List.of(
            person(CRM, "张伟", "13712340001", "zw@163.com"),
            person(SHOP, "张伟", "13712340001", "zw@163.com"),
            person(SERVICE, "张伟", "13712340001", "zw@163.com"),
            person(ONE, "李芳", "13761234589", ""),
            person(TWO, "李芳", "13761234589", ""));

    @BeforeEach
    void aSplitASuppressedPhoneAndWhatWasTakenBack() {
        graph.open(RESOLVER.digest());
        new StreamResolver(RESOLVER, graph, CLOCK)
                .apply(
                        versions.stream()
                                .map(version -> new Incoming(version, "load"))
                                .toList(),
                        List.of());
        Steward steward = new Steward(RESOLVER, graph, CLOCK);
        Entity whole = graph.entityOf(CRM).orElseThrow();
        assertThat(whole.records()).containsExactly(CRM, SERVICE, SHOP);
        StewardRequest split =
                new StewardRequest("li", "she called:\n\"not me\"", "k1", "CASE-7", Optional.of(NOW.plusSeconds(9)));
        steward.detach(whole.id(), whole.membershipVersion(), SERVICE, split);
        steward.suppressIdentifier(DESK, new StewardRequest("li", "the desk's phone", "k2"));
        Entity rest = graph.entityOf(CRM).orElseThrow();
        String gone = steward.detach(
                        rest.id(), rest.membershipVersion(), SHOP, new StewardRequest("li", "a slip", "k3"))
                .operation()
                .id();
        steward.undo(gone, new StewardRequest("li", "it was one", "k4"));
    }

    @AfterEach
    void closeGraph() {
        graph.close();
    }

    @Test
    void aBulkResultUnderTheJudgementsOfAGraphIsThatGraph() throws IOException {
        Path result = resolve(Decisions.of(graph));
        assertThat(new BulkLoader(RESOLVER, graph, CLOCK).load(result, List.of(), loaded -> {}))
                .isEqualTo(versions.size());
        assertThat(new BulkLoader(RESOLVER, graph, CLOCK).recordsElsewhere(result))
                .isZero();
        assertDecided(graph);
    }

    @Test
    void anEmptyGraphTakesTheJudgementsWithTheResult() throws IOException {
        Path result = resolve(Decisions.of(graph));
        try (InMemoryStore empty = new InMemoryStore()) {
            empty.open(RESOLVER.digest());
            Decisions decisions = JudgementFile.read(result.resolve(BulkFiles.JUDGEMENTS));
            assertThat(decisions.bringInto(empty)).isEqualTo(2);
            new BulkLoader(RESOLVER, empty, CLOCK).load(result, List.of(), loaded -> {});
            assertThat(new BulkLoader(RESOLVER, empty, CLOCK).recordsElsewhere(result))
                    .isZero();
            assertDecided(empty);
            assertThat(decisions.bringInto(empty)).as("again").isZero();

            String split = decisions.judgements().get(0).operation();
            new Steward(RESOLVER, empty, CLOCK).undo(split, new StewardRequest("li", "it was her after all", "k9"));
            assertThat(records(empty, CRM)).as("undone there").containsExactly(CRM, SERVICE, SHOP);
        }
    }

    @Test
    void aGraphWithRecordsTakesNoJudgementsThatItDoesNotKnow() {
        try (InMemoryStore other = new InMemoryStore()) {
            other.open(RESOLVER.digest());
            new StreamResolver(RESOLVER, other, CLOCK).apply(List.of(new Incoming(versions.get(0), "load")), List.of());
            Decisions decisions = Decisions.of(graph);
            assertThatThrownBy(() -> decisions.bringInto(other))
                    .isInstanceOf(ResolutionException.class)
                    .hasMessageContaining("2 of these judgements");
        }
    }

    @Test
    void theFileKeepsEverythingAndNamesALineThatIsWrong() throws IOException {
        Path file = directory.resolve("judgements.jsonl");
        Decisions decisions = Decisions.of(graph);
        assertThat(decisions.operations()).hasSize(2);
        JudgementFile.write(file, decisions);
        assertThat(JudgementFile.read(file)).isEqualTo(decisions);
        Files.writeString(file, Files.readString(file) + "{\"judgement\": {\"id\": \"x\"}}\n");
        assertThatThrownBy(() -> JudgementFile.read(file))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("line 5")
                .hasMessageContaining("operation");
    }

    private Path resolve(Decisions decisions) throws IOException {
        BulkResult resolved =
                new BulkResolver(RESOLVER, CLOCK).resolve(versions, decisions.judgements(), decisions.byIdentifier());
        try (ResultDirectory result = ResultDirectory.prepare(directory.resolve("result"))) {
            BulkFiles.writeRecords(result.file(BulkFiles.RECORDS), versions);
            BulkFiles.writeAll(result, resolved);
            JudgementFile.write(result.file(BulkFiles.JUDGEMENTS), decisions);
            result.publish();
            return result.target();
        }
    }

    private static void assertDecided(InMemoryStore store) {
        assertThat(records(store, CRM)).containsExactly(CRM, SHOP);
        assertThat(records(store, SERVICE)).containsExactly(SERVICE);
        assertThat(records(store, ONE)).as("the desk's phone is no evidence").containsExactly(ONE);
    }

    private static SortedSet<RecordKey> records(InMemoryStore store, RecordKey key) {
        return store.entityOf(key).orElseThrow().records();
    }

    private static SourceRecord person(RecordKey key, String name, String phone, String email) {
        Map<String, List<String>> values = email.isEmpty()
                ? Map.of("name", List.of(name), "phone", List.of(phone))
                : Map.of("name", List.of(name), "phone", List.of(phone), "email", List.of(email));
        return SourceRecord.of(key, RecordType.PERSON, NOW.minusSeconds(60), values);
    }
}
