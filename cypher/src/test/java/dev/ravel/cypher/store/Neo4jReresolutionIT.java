package dev.ravel.cypher.store;

import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.resolver.property.JudgedReresolutionContract;
import dev.ravel.resolver.store.ResolutionStore;
import java.util.stream.LongStream;

/** Judgements and another resolution, on Neo4j: one graph, or as many as the property {@code ravel.seeds} says. */
class Neo4jReresolutionIT extends JudgedReresolutionContract {
    static LongStream seeds() {
        long first = Long.getLong("ravel.seed", 0);
        return LongStream.range(first, first + Integer.getInteger("ravel.seeds", 1));
    }

    @Override
    protected ResolutionStore emptyStore() {
        Neo4jTestServer.wipe();
        return Neo4jStore.connect(Neo4jTestServer.connection());
    }
}
