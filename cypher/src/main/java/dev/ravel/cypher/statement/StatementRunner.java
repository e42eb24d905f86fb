package dev.ravel.cypher.statement;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.SimpleQueryRunner;

/** Runs statements in one session or transaction. Statements over no keys or rows are not sent. Not thread-safe. */
public class StatementRunner {
    private final SimpleQueryRunner runner;

    /** Runs statements in a session, each in a transaction of its own, or in a transaction. */
    public StatementRunner(SimpleQueryRunner runner) {
        this.runner = runner;
    }

    /** All rows of a statement. */
    public final List<Record> list(Statement statement, Map<String, Object> parameters) {
        return runner.run(query(statement, parameters)).list();
    }

    /** All rows of a statement over keys; none, without asking, if there are no keys. */
    public final List<Record> listOver(Statement statement, Collection<String> keys) {
        return keys.isEmpty() ? List.of() : list(statement, Map.of("keys", keys));
    }

    /** The first row of a statement. */
    public final Optional<Record> first(Statement statement, Map<String, Object> parameters) {
        return list(statement, parameters).stream().findFirst();
    }

    /** Runs a statement for its effect. */
    public final void run(Statement statement, Map<String, Object> parameters) {
        runner.run(query(statement, parameters)).consume();
    }

    /** Runs a statement over rows for its effect; does nothing if there are no rows. */
    public final void runOver(Statement statement, Collection<?> rows) {
        if (!rows.isEmpty()) {
            run(statement, Map.of("rows", rows));
        }
    }

    /** What is sent for a statement. */
    protected Query query(Statement statement, Map<String, Object> parameters) {
        return statement.with(parameters);
    }
}
