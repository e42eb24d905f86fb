package dev.ravel.cypher.store;

import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.resolver.property.HistoryContract;
import dev.ravel.resolver.store.ResolutionStore;
import java.util.stream.LongStream;

/**
 * The promises of every history, on Neo4j: in many short lives, {@value #DEFAULT_SEEDS} or as many as the property {@code
 * ravel.seeds} says.
 */
class Neo4jHistoryIT extends HistoryContract {
    private static final int DEFAULT_SEEDS = 40;

    static LongStream seeds() {
        long first = Long.getLong("ravel.seed", 0);
        return LongStream.range(first, first + Integer.getInteger("ravel.seeds", DEFAULT_SEEDS));
    }

    @Override
    protected Length length() {
        return Length.SHORT;
    }

    @Override
    protected ResolutionStore emptyStore() {
        Neo4jTestServer.wipe();
        return Neo4jStore.connect(Neo4jTestServer.connection());
    }
}
