package dev.ravel.cypher.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.cypher.schema.Schema;
import dev.ravel.cypher.testserver.Neo4jTestServer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.summary.Plan;

/** No statement of the stream or of the API reads more of the graph than it has to. */
class StatementPlanIT {
    private static final String PRODUCT = "CartesianProduct";
    private static final Set<String> SCANS = Set.of(
            "AllNodesScan",
            "NodeByLabelScan",
            "UnionNodeByLabelsScan",
            "IntersectionNodeByLabelsScan",
            "SubtractionNodeByLabelsScan",
            "NodeIndexScan",
            "DirectedAllRelationshipsScan",
            "UndirectedAllRelationshipsScan",
            "DirectedRelationshipTypeScan",
            "UndirectedRelationshipTypeScan",
            PRODUCT);

    /** What finds at most one node, so that a product of such is no product. */
    private static final Set<String> SINGLE =
            Set.of("NodeByIdSeek", "NodeUniqueIndexSeek", "NodeUniqueIndexSeek(Locking)", "Argument");

    /** The statements that are about the whole graph: counts and verification. */
    private static final Set<Statement> WHOLE_GRAPH = EnumSet.of(
            Statement.COUNTS,
            Statement.VERIFY_MEMBERSHIPS,
            Statement.VERIFY_ENTITIES,
            Statement.VERIFY_IDENTIFIER_SIZES,
            Statement.VERIFY_BLOCK_SIZES,
            Statement.VERIFY_IDENTIFIER_MASKS,
            Statement.VERIFY_BLOCK_MASKS,
            Statement.VERIFY_BLOCK_NAMES,
            Statement.VERIFY_MATCHES,
            Statement.VERIFY_COMPONENTS,
            Statement.VERIFY_ORPHAN_EVENTS,
            Statement.VERIFY_STANDING_NOT_SAME,
            Statement.VERIFY_STANDING_JUDGEMENTS,
            Statement.VERIFY_STANDING_NAMED,
            Statement.VERIFY_STAMP,
            Statement.VERIFY_KEY_GENERATION,
            Statement.COUNT_ELEMENTS);

    /**
     * What may be stored when a statement is planned. Plans follow the counts of that, and are kept for minutes: a stream meets the
     * empty graph first, or one whose indexes have not been sampled yet because its first records have just been committed. Data of
     * others in the same database make scans of the little that is Ravel's look cheap.
     */
    enum Stored {
        NOTHING(0, false),
        FIRST_RECORDS(40, false),
        FIRST_BATCH(1000, false),
        SAMPLED(2000, true);

        private final int records;
        private final boolean sampled;

        Stored(int records, boolean sampled) {
            this.records = records;
            this.sampled = sampled;
        }
    }

    private static final String OTHERS =
            """
            UNWIND range(1, 10000) AS n
            CREATE (:Foreign {key: n})<-[:FOREIGN]-(:Foreign {key: -n})
            """;

    private static final String RECORDS =
            """
            UNWIND range(1, $records) AS n
            CREATE (r:Record {key: 'r' + n})-[:MEMBER_OF]->(:Entity {key: 'e' + n, component: 'c' + n})
            CREATE (r)-[:PHONE]->(:Identifier {key: 'i' + n})
            CREATE (:Block {key: 'b' + n})
            CREATE (:Event {key: 'v' + n})
            CREATE (:EventBlock:UnsealedBlock {tenant: 't', at: datetime() + duration({seconds: n})})
            CREATE (r)-[:MATCHES]->(:Record {key: 's' + n})
            """;

    private static final String STEWARDS =
            """
            UNWIND range(1, $records) AS n
            MATCH (r:Record {key: 'r' + n}), (b:Block {key: 'b' + n})
            CREATE (r)-[:IN_BLOCK]->(b)
            CREATE (:EventBlock {key: 'k' + n})
            CREATE (:Seal {key: 't' + n})
            CREATE (:Judgement {key: 'j' + n})-[:ABOUT]->(r)
            CREATE (:ReviewItem:OpenReview {key: 'o' + n, tenant: 't', weight: n})
            CREATE (:ReviewItem:OpenContradiction {key: 'c' + n, smaller: 'r' + n, larger: 's' + n})
            """;

    @BeforeEach
    void clear() {
        Neo4jTestServer.wipe();
        Schema.current()
                .apply(Neo4jTestServer.driver(), Neo4jTestServer.connection().database());
    }

    @AfterAll
    static void wipe() {
        Neo4jTestServer.wipe();
    }

    @ParameterizedTest
    @EnumSource
    void isPlannedWithoutAScan(Stored stored) {
        fill(RECORDS, stored);
        assertNoScans(stored + ", no steward yet");
        fill(STEWARDS, stored);
        assertNoScans(stored.name());
    }

    @ParameterizedTest
    @EnumSource
    void isPlannedWithoutAScanBesideOthers(Stored stored) {
        fill(OTHERS, stored);
        fill(RECORDS, stored);
        assertNoScans(stored + " beside data of others, no steward yet");
        fill(STEWARDS, stored);
        assertNoScans(stored + " beside data of others");
    }

    private static void fill(String text, Stored stored) {
        try (Session session = session()) {
            session.run(text, Map.of("records", stored.records)).consume();
            if (stored.sampled) {
                session.run("CALL db.prepareForReplanning()").consume();
            }
            session.run("CALL db.clearQueryCaches()").consume();
        }
    }

    private static void assertNoScans(String stored) {
        Map<Statement, Set<String>> scanning = new EnumMap<>(Statement.class);
        for (Statement statement : EnumSet.complementOf(EnumSet.copyOf(WHOLE_GRAPH))) {
            Set<String> scans = operators(statement.text());
            scans.retainAll(SCANS);
            if (!scans.isEmpty()) {
                scanning.put(statement, scans);
            }
        }
        assertThat(scanning).as("scans in plans while stored: %s", stored).isEmpty();
    }

    @Test
    void aScanWouldBeNoticed() {
        assertThat(operators("MATCH (r:Record) WHERE r.content = 'x' RETURN r")).contains("NodeByLabelScan");
        assertThat(operators("MATCH (n) RETURN n.key")).contains("AllNodesScan");
        assertThat(operators("MATCH (r:Record), (e:Entity) RETURN r.key, e.key"))
                .contains(PRODUCT);
    }

    private static Set<String> operators(String text) {
        try (Session session = session()) {
            Set<String> operators = new TreeSet<>();
            collect(session.run("EXPLAIN " + text).consume().queryPlan().orElseThrow(), operators);
            return operators;
        }
    }

    private static Session session() {
        return Neo4jTestServer.driver()
                .session(SessionConfig.forDatabase(Neo4jTestServer.connection().database()));
    }

    private static void collect(Plan plan, Set<String> operators) {
        plan.children().forEach(child -> collect(child, operators));
        String operator = plan.operatorType().replaceAll("@.*", "");
        if (!operator.equals(PRODUCT) || !plan.children().stream().allMatch(StatementPlanIT::isSingle)) {
            operators.add(operator);
        }
    }

    private static boolean isSingle(Plan plan) {
        return SINGLE.contains(plan.operatorType().replaceAll("@.*", ""))
                && plan.children().stream().allMatch(StatementPlanIT::isSingle);
    }
}
