package dev.ravel.api;

import dev.ravel.cypher.store.Neo4jStore;
import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.resolver.store.ResolutionStore;

class ApiOnNeo4jIT extends AnswersContract {
    @Override
    ResolutionStore emptyStore() {
        Neo4jTestServer.wipe();
        return Neo4jStore.connect(Neo4jTestServer.connection());
    }
}
