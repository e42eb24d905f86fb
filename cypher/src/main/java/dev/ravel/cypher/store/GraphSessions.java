package dev.ravel.cypher.store;

import dev.ravel.cypher.connection.ServerAnswers;
import dev.ravel.cypher.schema.Schema;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.async.AsyncQueryRunner;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.AsyncTransaction;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions on one database, and how statements are run in them. Thread-safe. */
public final class GraphSessions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GraphSessions.class);

    private final Driver driver;
    private final String database;
    private final Function<AsyncQueryRunner, StatementRunner> statements;

    /**
     * Sessions. They connect when they are first used; {@link #close} closes the driver.
     *
     * @param statements how statements are run in a session or transaction
     */
    public GraphSessions(Driver driver, String database, Function<AsyncQueryRunner, StatementRunner> statements) {
        this.driver = driver;
        this.database = database;
        this.statements = statements;
    }

    /**
     * What work in a transaction ends in.
     *
     * @param value the result
     * @param commits whether the transaction commits; else it is rolled back
     */
    record Ending<T>(T value, boolean commits) {}

    /** Runs statements in a session, each in a transaction of its own. */
    public <T> T inSession(AccessMode mode, Function<StatementRunner, T> work) {
        AsyncSession session = open(mode);
        try {
            StatementRunner runner = statements.apply(session);
            T result = work.apply(runner);
            runner.finish();
            return result;
        } finally {
            release(session.closeAsync());
        }
    }

    /** Runs work in one transaction. It is rolled back if the work fails. */
    <T> T inTransaction(Function<StatementRunner, Ending<T>> work) {
        AsyncSession session = open(AccessMode.WRITE);
        try {
            AsyncTransaction transaction = ServerAnswers.await(session.beginTransactionAsync());
            StatementRunner runner = statements.apply(transaction);
            Ending<T> ending = work.apply(runner);
            runner.finish();
            if (ending.commits()) {
                ServerAnswers.await(transaction.commitAsync());
            }
            return ending.value();
        } finally {
            // Closing a session rolls back what was not committed.
            release(session.closeAsync());
        }
    }

    /** Sends a statement, in a transaction of its own, which nobody waits for. What it ends in does not fail. */
    CompletionStage<Void> send(Statement statement, Map<String, Object> parameters) {
        AsyncSession session = open(AccessMode.WRITE);
        return session.runAsync(statement.with(parameters))
                .thenCompose(ResultCursor::consumeAsync)
                .handle((done, failure) -> {
                    if (failure != null) {
                        LOG.debug("{} failed", statement, failure);
                    }
                    return session.closeAsync();
                })
                .thenCompose(closing -> closing);
    }

    /** Brings the database's schema up to date. */
    void applySchema() {
        Schema.current().apply(driver, database);
    }

    @Override
    public void close() {
        driver.close();
    }

    private AsyncSession open(AccessMode mode) {
        return driver.session(
                AsyncSession.class,
                SessionConfig.builder()
                        .withDatabase(database)
                        .withDefaultAccessMode(mode)
                        .build());
    }

    /** What fails now has failed before, or has no effect: the transaction has committed, or nothing of it is kept. */
    private static void release(CompletionStage<Void> closing) {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        try {
            ServerAnswers.await(closing);
        } catch (Neo4jException e) {
            LOG.debug("A session did not close cleanly", e);
        }
    }
}
