package dev.ravel.cypher.store;

import dev.ravel.cypher.statement.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.SimpleQueryRunner;

/** Runs statements in one session or transaction. Statements over no keys or rows are not sent. */
class StatementRunner {
    private final SimpleQueryRunner runner;

    StatementRunner(SimpleQueryRunner runner) {
        this.runner = runner;
    }

    List<Record> list(Statement statement, Map<String, Object> parameters) {
        return runner.run(query(statement, parameters)).list();
    }

    List<Record> listOver(Statement statement, Collection<String> keys) {
        return keys.isEmpty() ? List.of() : list(statement, Map.of("keys", keys));
    }

    Optional<Record> first(Statement statement, Map<String, Object> parameters) {
        return list(statement, parameters).stream().findFirst();
    }

    void run(Statement statement, Map<String, Object> parameters) {
        runner.run(query(statement, parameters)).consume();
    }

    void runOver(Statement statement, Collection<?> rows) {
        if (!rows.isEmpty()) {
            run(statement, Map.of("rows", rows));
        }
    }

    /** What is sent for a statement. */
    Query query(Statement statement, Map<String, Object> parameters) {
        return statement.with(parameters);
    }
}
