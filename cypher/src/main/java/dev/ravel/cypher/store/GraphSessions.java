package dev.ravel.cypher.store;

import dev.ravel.cypher.schema.Schema;
import dev.ravel.cypher.statement.StatementRunner;
import java.util.function.Function;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.SimpleQueryRunner;

/** Sessions on one database, and how statements are run in them. Thread-safe. */
final class GraphSessions implements AutoCloseable {
    private final Driver driver;
    private final String database;
    private final Function<SimpleQueryRunner, StatementRunner> statements;

    /**
     * Sessions. They connect when they are first used.
     *
     * @param statements how statements are run in a session or transaction
     */
    GraphSessions(Driver driver, String database, Function<SimpleQueryRunner, StatementRunner> statements) {
        this.driver = driver;
        this.database = database;
        this.statements = statements;
    }

    Session open(AccessMode mode) {
        return driver.session(SessionConfig.builder()
                .withDatabase(database)
                .withDefaultAccessMode(mode)
                .build());
    }

    /** Runs statements in a session, each in a transaction of its own, or in a transaction. */
    StatementRunner runner(SimpleQueryRunner runner) {
        return statements.apply(runner);
    }

    /** Brings the database's schema up to date. */
    void applySchema() {
        Schema.current().apply(driver, database);
    }

    @Override
    public void close() {
        driver.close();
    }
}
