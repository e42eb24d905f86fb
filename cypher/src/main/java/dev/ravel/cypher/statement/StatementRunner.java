package dev.ravel.cypher.statement;

import dev.ravel.cypher.connection.ServerAnswers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.async.AsyncQueryRunner;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.summary.ResultSummary;

/**
 * Runs statements in one session or transaction. Statements over no keys or rows are not sent. What is {@link #ask asked} or
 * {@link #run} is sent and not waited for: in a transaction the next statement follows it at once, and the server works
 * through them in order while the caller goes on. A failure may only show with a later call, at the latest with {@link
 * #finish}.
 *
 * <p>The driver's blocking interface waits for the head of each result before it lets the next statement be sent, a
 * round trip each; so this uses the other one. Not thread-safe.
 */
public class StatementRunner {
    private final AsyncQueryRunner runner;
    private final List<CompletionStage<ResultSummary>> sent = new ArrayList<>();

    /** Runs statements in a session, each in a transaction of its own, or in a transaction. */
    public StatementRunner(AsyncQueryRunner runner) {
        this.runner = runner;
    }

    /** All rows of a statement. */
    public final List<Record> list(Statement statement, Map<String, Object> parameters) {
        return ask(statement, parameters).get();
    }

    /** Sends a statement; its rows are waited for when they are got, as often as that is. */
    public final Supplier<List<Record>> ask(Statement statement, Map<String, Object> parameters) {
        CompletionStage<ResultCursor> result = send(statement, parameters);
        CompletionStage<List<Record>> rows = result.thenCompose(ResultCursor::listAsync);
        sent.add(rows.thenCompose(all -> result.thenCompose(ResultCursor::consumeAsync)));
        return () -> await(rows);
    }

    /** All rows of a statement over keys; none, without asking, if there are no keys. */
    public final List<Record> listOver(Statement statement, Collection<String> keys) {
        return keys.isEmpty() ? List.of() : list(statement, Map.of("keys", keys));
    }

    /** The first row of a statement. */
    public final Optional<Record> first(Statement statement, Map<String, Object> parameters) {
        return list(statement, parameters).stream().findFirst();
    }

    /** Sends a statement for its effect. */
    public final void run(Statement statement, Map<String, Object> parameters) {
        sent.add(send(statement, parameters).thenCompose(ResultCursor::consumeAsync));
    }

    /** Sends a statement over rows for its effect; does nothing if there are no rows. */
    public final void runOver(Statement statement, Collection<?> rows) {
        if (!rows.isEmpty()) {
            run(statement, Map.of("rows", rows));
        }
    }

    /** Waits for all that was sent; the first failure is thrown. */
    public final void finish() {
        List<CompletionStage<ResultSummary>> waiting = List.copyOf(sent);
        sent.clear();
        waiting.forEach(summary -> finished(ServerAnswers.await(summary)));
    }

    /** What is sent for a statement. */
    protected Query query(Statement statement, Map<String, Object> parameters) {
        return statement.with(parameters);
    }

    /** Takes note of what a statement took; here, of nothing. */
    protected void finished(ResultSummary summary) {}

    private CompletionStage<ResultCursor> send(Statement statement, Map<String, Object> parameters) {
        try {
            return runner.runAsync(query(statement, parameters));
        } catch (Neo4jException e) {
            finish();
            throw e;
        }
    }

    /** After a failure the server refuses all that follows: the failure to tell of is that of the first statement. */
    private <T> T await(CompletionStage<T> answer) {
        try {
            return ServerAnswers.await(answer);
        } catch (Neo4jException e) {
            finish();
            throw e;
        }
    }
}
