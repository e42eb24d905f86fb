package dev.ravel.cypher.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.resolver.error.ResolutionException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaIT {
    private static final String DATABASE = Neo4jTestServer.connection().database();

    @BeforeEach
    void forgetWhatWasApplied() {
        Neo4jTestServer.wipe();
    }

    @AfterEach
    void dropTheTestConstraint() {
        Neo4jTestServer.driver()
                .executableQuery("DROP CONSTRAINT test_key IF EXISTS")
                .execute();
        Neo4jTestServer.wipe();
    }

    @Test
    void isAppliedOnceAndCanBeAppliedAgain() {
        Schema schema = Schema.current();
        assertThat(schema.apply(Neo4jTestServer.driver(), DATABASE)).isEqualTo(schema.version());
        long constraints = constraints();
        assertThat(schema.apply(Neo4jTestServer.driver(), DATABASE)).isZero();
        assertThat(constraints()).isEqualTo(constraints);
    }

    @Test
    void anUnfinishedMigrationIsFinishedByTheNextProcess() {
        Schema schema = Schema.current();
        schema.apply(Neo4jTestServer.driver(), DATABASE);
        Neo4jTestServer.driver()
                .executableQuery("MATCH (m:Migration {version: 2}) DELETE m")
                .execute();
        assertThat(schema.apply(Neo4jTestServer.driver(), DATABASE)).isEqualTo(1);
    }

    @Test
    void aChangedMigrationIsRefused() {
        String statement = "CREATE CONSTRAINT test_key IF NOT EXISTS FOR (n:TestOnly) REQUIRE n.key IS UNIQUE;";
        Schema.of(List.of(Migration.parse("V001__test.cypher", statement))).apply(Neo4jTestServer.driver(), DATABASE);
        Schema commented = Schema.of(List.of(Migration.parse("V001__test.cypher", "// why\n" + statement)));
        assertThat(commented.apply(Neo4jTestServer.driver(), DATABASE)).isZero();
        Schema changed = Schema.of(List.of(Migration.parse("V001__test.cypher", statement.replace("key IS", "id IS"))));
        assertThatThrownBy(() -> changed.apply(Neo4jTestServer.driver(), DATABASE))
                .isInstanceOf(ResolutionException.class)
                .hasMessageContaining("V001__test.cypher");
        assertThatThrownBy(() -> Schema.of(List.of()).apply(Neo4jTestServer.driver(), DATABASE))
                .isInstanceOf(ResolutionException.class)
                .hasMessageContaining("newer Ravel");
    }

    private static long constraints() {
        return Neo4jTestServer.driver()
                .executableQuery("SHOW CONSTRAINTS YIELD name RETURN count(*) AS n")
                .execute()
                .records()
                .get(0)
                .get("n")
                .asLong();
    }
}
