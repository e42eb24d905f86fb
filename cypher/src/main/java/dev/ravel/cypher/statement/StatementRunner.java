package dev.ravel.cypher.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.summary.ResultSummary;

/**
 * Runs statements in one session or transaction. Statements over no keys or rows are not sent. What is run for its effect
 * is sent and not waited for, so that the next rows are made while the server works; its failure may only show with a
 * later call, at the latest with {@link #finish}. Not thread-safe.
 */
public class StatementRunner {
    private final SimpleQueryRunner runner;
    private final List<Result> sent = new ArrayList<>();

    /** Runs statements in a session, each in a transaction of its own, or in a transaction. */
    public StatementRunner(SimpleQueryRunner runner) {
        this.runner = runner;
    }

    /** All rows of a statement. */
    public final List<Record> list(Statement statement, Map<String, Object> parameters) {
        return ask(statement, parameters).get();
    }

    /** Sends a statement; its rows are waited for when they are got first, and kept for when they are got again. */
    public final Supplier<List<Record>> ask(Statement statement, Map<String, Object> parameters) {
        Result result = attempt(() -> runner.run(query(statement, parameters)));
        sent.add(result);
        return new Supplier<>() {
            private @Nullable List<Record> rows;

            @Override
            public List<Record> get() {
                if (rows == null) {
                    rows = attempt(result::list);
                }
                return rows;
            }
        };
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
        sent.add(attempt(() -> runner.run(query(statement, parameters))));
    }

    /** Sends a statement over rows for its effect; does nothing if there are no rows. */
    public final void runOver(Statement statement, Collection<?> rows) {
        if (!rows.isEmpty()) {
            run(statement, Map.of("rows", rows));
        }
    }

    /** Waits for all that was sent; the first failure is thrown. */
    public final void finish() {
        List<Result> waiting = List.copyOf(sent);
        sent.clear();
        waiting.forEach(result -> finished(result.consume()));
    }

    /** What is sent for a statement. */
    protected Query query(Statement statement, Map<String, Object> parameters) {
        return statement.with(parameters);
    }

    /** Takes note of what a statement took; here, of nothing. */
    protected void finished(ResultSummary summary) {}

    /** After a failure the server refuses all that follows: the failure to tell of is that of the first statement. */
    private <T> T attempt(Supplier<T> work) {
        try {
            return work.get();
        } catch (Neo4jException e) {
            finish();
            throw e;
        }
    }
}
