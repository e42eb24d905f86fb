package dev.ravel.cypher.testserver;

import dev.ravel.cypher.connection.ServerAnswers;
import dev.ravel.cypher.statement.StatementRunner;
import java.util.Map;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.AsyncTransaction;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.summary.ResultSummary;

/** A transaction on the test server in which anything may be done; it is rolled back when it is closed. */
public final class OpenTransaction implements AutoCloseable {
    private final AsyncSession session;
    private final AsyncTransaction transaction;

    /** Begins. */
    public OpenTransaction() {
        session = Neo4jTestServer.driver()
                .session(
                        AsyncSession.class,
                        SessionConfig.forDatabase(Neo4jTestServer.connection().database()));
        transaction = ServerAnswers.await(session.beginTransactionAsync());
    }

    /** Runs Cypher and waits for its end. */
    public ResultSummary run(String cypher, Map<String, Object> parameters) {
        return ServerAnswers.await(transaction.runAsync(cypher, parameters).thenCompose(ResultCursor::consumeAsync));
    }

    /** Runs statements in it. */
    public StatementRunner runner() {
        return new StatementRunner(transaction);
    }

    @Override
    public void close() {
        ServerAnswers.await(session.closeAsync());
    }
}
