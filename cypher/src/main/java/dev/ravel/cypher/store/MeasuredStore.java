package dev.ravel.cypher.store;

import dev.ravel.cypher.connection.Neo4jConnection;
import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import dev.ravel.model.identity.RecordKey;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.neo4j.driver.Query;
import org.neo4j.driver.async.AsyncQueryRunner;
import org.neo4j.driver.summary.QueryProfile;
import org.neo4j.driver.summary.ResultSummary;

/** Stores of the default tenant that tell what their work costs; for measuring. */
public final class MeasuredStore {
    private MeasuredStore() {}

    /**
     * A store that tells of each statement as it is sent.
     *
     * @param sent called in the thread that works on the store
     */
    public static Neo4jStore counting(Neo4jConnection connection, Consumer<Statement> sent) {
        return store(connection, runner -> new StatementRunner(runner) {
            @Override
            protected Query query(Statement statement, Map<String, Object> parameters) {
                sent.accept(statement);
                return super.query(statement, parameters);
            }
        });
    }

    /**
     * A store that profiles each statement of its transactions and reads.
     *
     * @param dbHits given the db hits of each statement, in the thread that works on the store
     */
    public static Neo4jStore profiled(Neo4jConnection connection, LongConsumer dbHits) {
        return store(connection, runner -> new StatementRunner(runner) {
            @Override
            protected Query query(Statement statement, Map<String, Object> parameters) {
                Query query = super.query(statement, parameters);
                return query.withText("PROFILE " + query.text());
            }

            @Override
            protected void finished(ResultSummary summary) {
                dbHits.accept(summary.queryProfile().map(MeasuredStore::hits).orElse(0L));
            }
        });
    }

    private static Neo4jStore store(
            Neo4jConnection connection, Function<AsyncQueryRunner, StatementRunner> statements) {
        return new Neo4jStore(
                connection.driver(), connection.database(), new Tenant(RecordKey.DEFAULT_TENANT), statements);
    }

    private static long hits(QueryProfile plan) {
        return plan.dbHits().orElse(0)
                + plan.children().stream().mapToLong(MeasuredStore::hits).sum();
    }
}
