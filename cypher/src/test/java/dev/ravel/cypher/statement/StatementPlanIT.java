package dev.ravel.cypher.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.cypher.schema.Schema;
import dev.ravel.cypher.testserver.Neo4jTestServer;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
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
            Statement.VERIFY_STAMP,
            Statement.COUNT_ELEMENTS);

    @BeforeAll
    static void migrate() {
        Schema.current()
                .apply(Neo4jTestServer.driver(), Neo4jTestServer.connection().database());
    }

    @ParameterizedTest
    @EnumSource(Statement.class)
    void isPlannedWithoutAScan(Statement statement) {
        Set<String> scans = operators(statement.text());
        scans.retainAll(SCANS);
        if (!WHOLE_GRAPH.contains(statement)) {
            assertThat(scans).as("scans in the plan of %s", statement).isEmpty();
        }
    }

    @Test
    void aScanWouldBeNoticed() {
        assertThat(operators("MATCH (r:Record) WHERE r.content = 'x' RETURN r")).contains("NodeByLabelScan");
        assertThat(operators("MATCH (n) RETURN n.key")).contains("AllNodesScan");
        assertThat(operators("MATCH (r:Record), (e:Entity) RETURN r.key, e.key"))
                .contains(PRODUCT);
    }

    private static Set<String> operators(String text) {
        try (Session session = Neo4jTestServer.driver()
                .session(SessionConfig.forDatabase(Neo4jTestServer.connection().database()))) {
            Set<String> operators = new TreeSet<>();
            collect(session.run("EXPLAIN " + text).consume().queryPlan().orElseThrow(), operators);
            return operators;
        }
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
