package dev.ravel.cypher.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.cypher.verify.GraphVerifier;
import dev.ravel.model.identity.RecordKey;
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

    @Override
    protected void checkWhole(ResolutionStore store) {
        assertThat(new GraphVerifier(Neo4jTestServer.connection(), RecordKey.DEFAULT_TENANT)
                        .verify()
                        .violations())
                .isEmpty();
    }
}
