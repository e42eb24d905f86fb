package dev.ravel.cypher.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.cypher.verify.GraphVerifier;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.decision.Decisions;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.explain.Explainer;
import dev.ravel.resolver.explain.WhyNotKind;
import dev.ravel.resolver.explain.WhyNotReason;
import dev.ravel.resolver.property.CustomerGenerator;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.steward.OperationResult;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/**
 * A graph in which people decided before records knew the judgements that stand, brought to the schema of now: compared with the
 * store in memory, in which the same happened.
 */
class JudgementsOfBeforeIT {
    private static final int PERSONS = 40;
    private static final int ALL = 1_000;
    private static final String TAKE_AWAY =
            """
            MATCH (r:Record) WHERE r.standing IS NOT NULL OR r.fellAt IS NOT NULL
            SET r.judged = true
            REMOVE r.standing, r.fellAt
            """;

    private final List<SourceRecord> versions = new CustomerGenerator(23).versions(PERSONS);
    private final List<Entity> wholes = largest();
    private final Set<RecordKey> late = Set.of(last(6), last(8));
    private Side memory;
    private Side graph;

    /** One of the two stores, and the operations in it by the names that this test gives them. */
    private record Side(ResolutionStore store, Steward steward, Map<String, String> operations) {
        static Side of(ResolutionStore store) {
            store.open(Runs.RESOLVER.digest());
            return new Side(store, new Steward(Runs.RESOLVER, store, Runs.CLOCK), new HashMap<>());
        }

        Entity entityOf(RecordKey record) {
            return store.entities(List.of(store.recordsOf(List.of(record))
                            .get(record)
                            .entity()
                            .orElseThrow()))
                    .get(0);
        }

        List<SortedSet<RecordKey>> partition() {
            return store.page(Optional.empty(), ALL, 1).stream()
                    .map(Entity::records)
                    .sorted(Comparator.comparing(SortedSet::first))
                    .toList();
        }

        List<String> judgementsOf(RecordKey record) {
            return texts(store.judgementsOf(List.of(record)));
        }

        List<String> fallenAfter(RecordKey record, Instant time) {
            return texts(store.inTransaction(transaction -> transaction.fallenJudgements(List.of(record), time)));
        }

        private static List<String> texts(List<StoredJudgement> judgements) {
            return judgements.stream()
                    .map(stored -> stored.judgement().verdict() + " "
                            + stored.judgement().groups() + " " + stored.stands())
                    .sorted()
                    .toList();
        }

        List<WhyNotKind> whyNot(RecordKey a, RecordKey b) {
            return new Explainer(Runs.RESOLVER, store)
                    .whyNot(a, b).reasons().stream().map(WhyNotReason::kind).toList();
        }
    }

    @BeforeEach
    void peopleDecideAndChangeTheirMinds() {
        Neo4jTestServer.wipe();
        memory = Side.of(new InMemoryStore());
        graph = Side.of(Neo4jStore.connect(Neo4jTestServer.connection()));
        for (Side side : List.of(memory, graph)) {
            beforeAnythingIsStored().bringInto(side.store());
            for (String taken : List.of("undone-early", "undone-late")) {
                side.steward().undo(taken, request("undo of " + taken));
            }
        }
        ingest(versions.stream()
                .filter(version -> !late.contains(version.key()))
                .toList());
        both("split", side -> split(side, 0));
        both("separate", side -> separate(side, 1));
        both("taken back", side -> split(side, 2));
        both("its undo", side -> undo(side, "taken back"));
        both("done again", side -> split(side, 3));
        both("undo of what is done again", side -> undo(side, "done again"));
        both("again", side -> undo(side, "undo of what is done again"));
        both("merge", side -> merge(side, 2, 4));
    }

    @AfterEach
    void close() {
        memory.store().close();
        graph.store().close();
    }

    @Test
    void whatWasDecidedHoldsAndCanBeTakenBack() {
        toTheStateOfBefore();
        migrate();

        assertTheGraphIsWhole();
        assertTheSameIsKnown();
        ingest(versions);
        assertThat(graph.entityOf(first(0))).isNotEqualTo(graph.entityOf(last(0)));
        assertTheGraphIsWhole();
        assertTheSameIsKnown();

        both("early", side -> undo(side, "early"));
        both("late", side -> undo(side, "late"));
        assertRefused(side -> undo(side, "done again"));
        assertRefused(side -> undo(side, "taken back"));
        for (String operation : List.of("merge", "again", "separate", "split")) {
            both("undo of " + operation, side -> undo(side, operation));
        }
        both("split anew", side -> split(side, 0));
        both("undo of split anew", side -> undo(side, "split anew"));
        assertThat(graph.entityOf(first(0))).isEqualTo(graph.entityOf(last(0)));
        assertTheGraphIsWhole();
        assertTheSameIsKnown();
    }

    /** Another process may begin with a migration while one has gone on already. */
    @Test
    void theMigrationCanBeRepeatedAfterMoreWasDecided() {
        toTheStateOfBefore();
        migrate();
        both("split after it", side -> split(side, 5));
        run("MATCH (m:Migration {version: 8}) DELETE m", Map.of());
        migrate();
        assertTheGraphIsWhole();
        assertTheSameIsKnown();
    }

    private void assertTheGraphIsWhole() {
        assertThat(new GraphVerifier(Neo4jTestServer.connection(), RecordKey.DEFAULT_TENANT)
                        .verify()
                        .violations())
                .isEmpty();
    }

    private void assertTheSameIsKnown() {
        List<RecordKey> all =
                versions.stream().map(SourceRecord::key).distinct().toList();
        for (RecordKey record : all) {
            assertThat(graph.judgementsOf(record)).as("of %s", record).isEqualTo(memory.judgementsOf(record));
            for (Instant time : Stream.concat(Stream.of(Instant.EPOCH), times()).toList()) {
                assertThat(graph.fallenAfter(record, time).size())
                        .as("how many fell of %s after %s", record, time)
                        .isEqualTo(memory.fallenAfter(record, time).size());
            }
        }
        for (int whole = 0; whole < wholes.size(); whole++) {
            RecordKey a = first(whole);
            RecordKey b = last(whole);
            if (stored(a) && stored(b)) {
                assertThat(graph.whyNot(a, b)).as("why not %s and %s", a, b).isEqualTo(memory.whyNot(a, b));
            }
        }
    }

    private boolean stored(RecordKey record) {
        return memory.store().recordsOf(List.of(record)).containsKey(record);
    }

    /** When operations were made, which is the same in both. */
    private Stream<Instant> times() {
        return memory.operations().keySet().stream().map(name -> {
            Instant at = memory.store()
                    .operationById(memory.operations().get(name))
                    .orElseThrow()
                    .at();
            Instant inGraph = graph.store()
                    .operationById(graph.operations().get(name))
                    .orElseThrow()
                    .at();
            assertThat(inGraph).as(name).isEqualTo(at);
            return at;
        });
    }

    private void both(String name, Function<Side, OperationResult> step) {
        for (Side side : List.of(memory, graph)) {
            side.operations().put(name, step.apply(side).operation().id());
        }
        assertThat(graph.partition()).as("after %s", name).isEqualTo(memory.partition());
    }

    private void assertRefused(Function<Side, OperationResult> step) {
        List<Object> refusals = new ArrayList<>();
        for (Side side : List.of(memory, graph)) {
            try {
                refusals.add("done: " + step.apply(side).operation().id());
            } catch (ResolutionException e) {
                refusals.add(e.code());
            }
        }
        assertThat(refusals.get(0)).isInstanceOf(ErrorCode.class).isEqualTo(refusals.get(1));
    }

    private void ingest(List<SourceRecord> records) {
        for (Side side : List.of(memory, graph)) {
            Runs.stream(side.store()).apply(Runs.incoming(records), List.of());
        }
        assertThat(graph.partition()).isEqualTo(memory.partition());
    }

    private OperationResult split(Side side, int whole) {
        Entity entity = side.entityOf(first(whole));
        return side.steward()
                .split(
                        entity.id(),
                        entity.membershipVersion(),
                        List.of(Set.of(first(whole))),
                        request("split " + whole + " " + side.operations().size()));
    }

    private OperationResult separate(Side side, int whole) {
        Entity entity = side.entityOf(first(whole));
        return side.steward()
                .separate(entity.id(), entity.membershipVersion(), first(whole), last(whole), request("separate"));
    }

    private OperationResult merge(Side side, int one, int other) {
        Entity a = side.entityOf(first(one));
        Entity b = side.entityOf(first(other));
        return side.steward()
                .merge(Map.of(a.id(), a.membershipVersion(), b.id(), b.membershipVersion()), request("merge"));
    }

    private OperationResult undo(Side side, String name) {
        return side.steward()
                .undo(
                        side.operations().getOrDefault(name, name),
                        request("undo " + name + " " + side.operations().size()));
    }

    private static StewardRequest request(String key) {
        return new StewardRequest("li", "seen the papers", key);
    }

    /** Judgements of records that come later: some before the change of the schema, some after it. */
    private Decisions beforeAnythingIsStored() {
        List<StoredOperation> operations = new ArrayList<>();
        List<Judgement> judgements = new ArrayList<>();
        decided("early", List.of(first(7), last(7)), operations, judgements);
        decided("late", List.of(first(6), last(6)), operations, judgements);
        decided("undone-early", List.of(first(9), last(9)), operations, judgements);
        decided("undone-late", List.of(first(8), last(8)), operations, judgements);
        return new Decisions(operations, judgements, List.of());
    }

    private static void decided(
            String id, List<RecordKey> apart, List<StoredOperation> operations, List<Judgement> judgements) {
        Instant at = Runs.NOW.minusSeconds(60);
        List<SortedSet<RecordKey>> groups = apart.stream()
                .<SortedSet<RecordKey>>map(record -> new TreeSet<>(Set.of(record)))
                .toList();
        judgements.add(new Judgement(
                id + "/0", id, Verdict.NOT_SAME, groups, "li", "seen", at, "", Optional.empty(), List.of()));
        operations.add(new StoredOperation(
                id, "judge", "key of " + id, "fingerprint", "li", "seen", at, List.of(), "", List.of(), ""));
    }

    /** Every judgement linked to all that it names, a mark on who was ever judged, and nothing known of what stands. */
    private void toTheStateOfBefore() {
        List<RecordKey> all =
                versions.stream().map(SourceRecord::key).distinct().toList();
        for (StoredJudgement stored : graph.store().judgementsOf(all)) {
            run(
                    """
                    MATCH (j:Judgement {key: $key})
                    UNWIND $records AS record
                    MATCH (r:Record {key: record})
                    MERGE (j)-[:ABOUT]->(r)
                    """,
                    Map.of(
                            "key",
                            RecordKey.DEFAULT_TENANT + ":" + stored.judgement().id(),
                            "records",
                            stored.judgement().records().stream()
                                    .map(RecordKey::text)
                                    .toList()));
        }
        run(TAKE_AWAY, Map.of());
        run("MATCH (m:Migration {version: 8}) DELETE m", Map.of());
        assertThat(run("MATCH (r:Record) WHERE r.judged RETURN count(r) AS n", Map.of())
                        .get(0)
                        .get("n")
                        .asInt())
                .isPositive();
    }

    private void migrate() {
        graph.store().close();
        Side migrated = Side.of(Neo4jStore.connect(Neo4jTestServer.connection()));
        migrated.operations().putAll(graph.operations());
        graph = migrated;
        assertThat(run("MATCH (m:Migration {version: 8}) RETURN m", Map.of())).hasSize(1);
    }

    private static List<Record> run(String cypher, Map<String, Object> parameters) {
        try (Session session = Neo4jTestServer.driver()
                .session(SessionConfig.forDatabase(Neo4jTestServer.connection().database()))) {
            return session.run(cypher, parameters).list();
        }
    }

    /** The largest entities that come of all records when nobody decides anything. */
    private List<Entity> largest() {
        try (InMemoryStore store = Runs.openStore()) {
            Runs.applyAtOnce(store, versions);
            return store.page(Optional.empty(), ALL, 2).stream()
                    .sorted(Comparator.<Entity>comparingInt(
                                    entity -> -entity.records().size())
                            .thenComparing(entity -> entity.records().first()))
                    .limit(10)
                    .toList();
        }
    }

    private RecordKey first(int whole) {
        return wholes.get(whole).records().first();
    }

    private RecordKey last(int whole) {
        return wholes.get(whole).records().last();
    }
}
