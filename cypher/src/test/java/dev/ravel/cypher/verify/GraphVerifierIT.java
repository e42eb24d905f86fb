package dev.ravel.cypher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.cypher.store.Neo4jStore;
import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.cypher.testserver.OpenTransaction;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.lineage.EventName;
import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.stream.Incoming;
import dev.ravel.resolver.stream.StreamResolver;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/** Plants each kind of damage in a sound graph, inside a transaction that is rolled back, and looks for its report. */
class GraphVerifierIT {
    private static final Tenant TENANT = new Tenant(RecordKey.DEFAULT_TENANT);
    private static final int SEED = 11;
    private static final int FLIPPED_EVENTS = 6;

    private static final List<SealHead> heads = new ArrayList<>();

    @BeforeAll
    static void streamASoundGraph() {
        Neo4jTestServer.wipe();
        Resolver resolver = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());
        List<Incoming> versions = CustomerGenerator.ofVersions(SEED, 300).stream()
                .map(generated -> new Incoming(generated.version(), "load"))
                .toList();
        try (Neo4jStore store = Neo4jStore.connect(Neo4jTestServer.connection())) {
            store.open(resolver.digest());
            StreamResolver stream = new StreamResolver(resolver, store, Clock.systemUTC());
            int part = versions.size() / 4;
            for (int i = 0; i < 4; i++) {
                stream.apply(versions.subList(i * part, i == 3 ? versions.size() : (i + 1) * part), List.of());
                if (i < 3) {
                    heads.add(store.seal().orElseThrow());
                }
            }
        }
    }

    @Test
    void aSoundGraphHolds() {
        VerificationReport report = new GraphVerifier(Neo4jTestServer.connection(), RecordKey.DEFAULT_TENANT).verify();
        assertThat(report.violations()).isEmpty();
        assertThat(report.holds()).isTrue();
        assertThat(report.unsealedEvents()).isPositive().isLessThan(report.events());
        assertThat(report.records()).isGreaterThan(200);
        assertThat(report.entities()).isGreaterThan(50);
        assertThat(report.events()).isGreaterThanOrEqualTo(report.entities());
        assertThat(report.elementsPerRecord()).isBetween(3.0, 40.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
        verify-stamp            | MATCH (s:Ravel) DELETE s
        verify-memberships      | MATCH (:Record)-[m:MEMBER_OF]->() WITH m LIMIT 1 DELETE m
        verify-memberships      | MATCH (r:Record)-[:MEMBER_OF]->(e) MATCH (o:Entity {state: 'ACTIVE'}) WHERE o <> e WITH r, o LIMIT 1 CREATE (r)-[:MEMBER_OF]->(o)
        verify-entities         | MATCH (e:Entity {state: 'ACTIVE'}) WITH e LIMIT 1 SET e.size = e.size + 1
        verify-entities         | MATCH (e:Entity {state: 'ACTIVE'})<-[m:MEMBER_OF]-() WHERE e.size = 1 WITH e, m LIMIT 1 SET e.size = 0 DELETE m
        verify-identifier-sizes | MATCH (i:Identifier) WITH i LIMIT 1 SET i.size = i.size + 1
        verify-identifier-sizes | MATCH (:Record)-[h]->(:Identifier) WITH h LIMIT 1 DELETE h
        verify-block-sizes      | MATCH (b:Block) WHERE b.size > 0 WITH b LIMIT 1 SET b.members = b.members + b.members[0]
        verify-block-sizes      | MATCH (b:Block) WHERE b.size > 0 WITH b LIMIT 1 SET b.members = ['main:crm:nobody'] + b.members[1..]
        verify-identifier-masks | MATCH (i:Identifier) WHERE i.size > 0 AND i.suppressed IS NULL WITH i LIMIT 1 SET i.suppressed = true
        verify-block-masks      | MATCH (b:Block) WHERE b.size > 1 AND b.overCap IS NULL WITH b LIMIT 1 SET b.overCap = true
        verify-block-names      | MATCH (r:Record) WHERE r.deleted IS NULL WITH r LIMIT 1 SET r.overCap = ['main:BLOCK:x:y']
        verify-matches          | MATCH ()-[m:MATCHES {status: 'ACCEPTED'}]->() WITH m LIMIT 1 SET m.status = 'HELD'
        verify-components       | MATCH (e:Entity {state: 'ACTIVE'}) WITH e LIMIT 1 SET e.component = 'main:crm:nobody'
        verify-standing-judgements | MATCH (r:Record) WITH r LIMIT 1 CREATE (:Judgement {key: 'main:j', operation: 'main:o', groups: '[["' + r.key + '"]]'})-[:ABOUT]->(r)
        verify-standing-judgements | MATCH (r:Record) WITH r LIMIT 1 SET r.standing = ['main:j']
        verify-standing-judgements | MATCH (r:Record) WITH r LIMIT 1 CREATE (:Judgement {key: 'main:j', supersededBy: 'o'}) SET r.standing = ['main:j']
        verify-standing-judgements | MATCH (r:Record) WITH r LIMIT 1 SET r.standing = ['main:j'] CREATE (:Judgement {key: 'main:j', operation: 'main:o', groups: '[["' + r.key + '"]]'})
        verify-standing-named   | MATCH (a:Record), (b:Record) WHERE a.key < b.key WITH a, b LIMIT 1 SET a.standing = ['main:n', 'main:s'], b.standing = ['main:n'] CREATE (:Judgement {key: 'main:s', operation: 'main:o', verdict: 'SAME', groups: '[["' + a.key + '", "' + b.key + '"]]'}) CREATE (n:Judgement {key: 'main:n', operation: 'main:o', groups: '[["' + a.key + '"],["' + b.key + '"]]'}) CREATE (n)-[:ABOUT]->(a) CREATE (n)-[:ABOUT]->(b)
        verify-standing-named   | MATCH (a:Record), (b:Record) WHERE a.key < b.key WITH a, b LIMIT 1 SET a.standing = ['main:j'], b.standing = ['main:j'] CREATE (j:Judgement {key: 'main:j', operation: 'main:o', groups: '[["' + a.key + '"]]'}) CREATE (j)-[:ABOUT]->(a) CREATE (j)-[:ABOUT]->(b)
        verify-standing-named   | MATCH (a:Record), (b:Record) WHERE a.key < b.key WITH a, b LIMIT 1 SET a.standing = ['main:j'] CREATE (j:Judgement {key: 'main:j', operation: 'main:o', groups: '[["' + a.key + '", "' + b.key + '"]]'}) CREATE (j)-[:ABOUT]->(a)
        verify-orphan-events    | CREATE (:Event {key: 'main:Enobody#000000000001'})
        verify-lineage          | MATCH (v:Event) WITH v LIMIT 1 SET v.cause = 'somebody else'
        verify-lineage          | MATCH (v:Event) WITH v LIMIT 1 DELETE v
        verify-lineage          | MATCH (e:Entity {state: 'ACTIVE'}) WITH e LIMIT 1 SET e.lastEventHash = 'x'
        verify-seal             | MATCH (b:EventBlock {number: 2}) DELETE b
        verify-seal             | MATCH (b:EventBlock {number: 3}) DELETE b
        verify-seal             | MATCH (b:UnsealedBlock) DELETE b
        verify-seal             | MATCH (b:EventBlock {number: 2}) SET b.at = b.at + duration({seconds: 1})
        verify-seal             | MATCH (b:EventBlock {number: 2}) SET b.previousHash = 'x'
        verify-seal             | MATCH (b:EventBlock {number: 2}) SET b.merkleRoot = 'x'
        verify-seal             | MATCH (b:EventBlock {number: 2}) SET b.hash = 'x'
        verify-seal             | MATCH (b:EventBlock {number: 2}) SET b.events = b.events[1..], b.marks = b.marks[1..]
        verify-seal             | MATCH (b:EventBlock {number: 2}) SET b.events = ['nothing']
        verify-seal             | MATCH (s:Seal) SET s.number = 2
        verify-seal             | MATCH (v:Event) WITH v LIMIT 1 SET v.cause = 'somebody else'
        verify-standing-not-same | MATCH (a:Record)-[:MEMBER_OF]->(e)<-[:MEMBER_OF]-(b:Record) WITH a, b LIMIT 1 CREATE (j:Judgement {key: 'main:j', operation: 'main:o', verdict: 'NOT_SAME', groups: '[["' + a.key + '"],["' + b.key + '"]]', actor: 'li', reason: 'seen', at: datetime()}) CREATE (j)-[:ABOUT]->(a) CREATE (j)-[:ABOUT]->(b)
        """)
    void plantedDamageIsFound(String invariant, String damage) {
        try (OpenTransaction transaction = new OpenTransaction()) {
            assertThat(transaction.run(damage, Map.of()).counters().containsUpdates())
                    .as("damage is done by %s", damage)
                    .isTrue();
            List<Violation> violations = GraphVerifier.verify(transaction.runner(), TENANT, List.of())
                    .violations();
            assertThat(violations).extracting(Violation::invariant).contains(invariant);
            assertThat(violations)
                    .allSatisfy(violation -> assertThat(violation.examples()).isNotEmpty());
        }
    }

    /** Whatever property of whatever event it is in, the finding names the event. */
    @ParameterizedTest
    @MethodSource("someEvents")
    void anyFlippedByteOfAnEventIsFound(String key) {
        try (Session session = Neo4jTestServer.driver()
                .session(SessionConfig.forDatabase(Neo4jTestServer.connection().database()))) {
            Map<String, Object> properties = session.run("MATCH (v:Event {key: $key}) RETURN v", Map.of("key", key))
                    .single()
                    .get("v")
                    .asMap();
            Random random = new Random(key.hashCode());
            for (String property : new TreeSet<>(properties.keySet())) {
                Object flipped = FlippedByte.of(properties.get(property), random);
                try (OpenTransaction transaction = new OpenTransaction()) {
                    transaction.run(
                            "MATCH (v:Event {key: $key}) SET v[$property] = $value",
                            Map.of("key", key, "property", property, "value", flipped));
                    StatementRunner runner = transaction.runner();
                    LineageCheck lineage = new LineageCheck(runner, TENANT, 1);
                    Optional<Violation> chain = lineage.run().violation();
                    Optional<Violation> seal = new SealWalk(runner, TENANT, List.of(), 1)
                            .run(lineage.events())
                            .violation();
                    assertThat(chain)
                            .as("the chain, %s of %s is %s", property, key, flipped)
                            .isPresent();
                    if (!property.equals("hash")) {
                        assertThat(seal)
                                .as("the seal, %s of %s is %s", property, key, flipped)
                                .isPresent();
                        assertThat(seal.orElseThrow().examples().get(0))
                                .contains(EventName.parse(key).entity().value());
                    }
                }
            }
        }
    }

    static List<String> someEvents() {
        try (Session session = Neo4jTestServer.driver()
                .session(SessionConfig.forDatabase(Neo4jTestServer.connection().database()))) {
            List<String> keys = new ArrayList<>(session.run("MATCH (v:Event) RETURN v.key AS key ORDER BY key")
                    .list(row -> row.get("key").asString()));
            Collections.shuffle(keys, new Random(SEED));
            List<String> chosen = new ArrayList<>(keys.subList(0, FLIPPED_EVENTS));
            keys.stream()
                    .filter(key -> EventName.parse(key).version() > 2)
                    .findFirst()
                    .ifPresent(chosen::add);
            return chosen;
        }
    }

    @Test
    void headsKeptOutsideShowThatTheSealWasRewrittenOrCutOff() {
        assertThat(seal("RETURN 1", heads)).isEmpty();
        SealHead other = new SealHead(2, heads.get(0).hash());
        assertThat(seal("RETURN 1", List.of(other)).orElseThrow().examples())
                .anyMatch(text -> text.contains("block 2"));
        String cutOff =
                """
                MATCH (b:EventBlock {number: 3})
                CALL (b) { UNWIND b.events AS key MATCH (v:Event {key: key}) DELETE v RETURN count(*) AS events }
                MATCH (last:EventBlock {number: 2}), (s:Seal)
                SET s.number = 2, s.hash = last.hash
                DELETE b
                """;
        assertThat(seal(cutOff, heads).orElseThrow().examples()).anyMatch(text -> text.contains("cut off"));
    }

    private static Optional<Violation> seal(String damage, List<SealHead> kept) {
        try (OpenTransaction transaction = new OpenTransaction()) {
            transaction.run(damage, Map.of());
            return GraphVerifier.verify(transaction.runner(), TENANT, kept).violations().stream()
                    .filter(violation -> violation.invariant().equals(SealWalk.NAME))
                    .findFirst();
        }
    }
}
