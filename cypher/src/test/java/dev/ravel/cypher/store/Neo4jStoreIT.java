package dev.ravel.cypher.store;

import dev.ravel.cypher.testserver.Neo4jTestServer;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.ResolutionStoreContract;

class Neo4jStoreIT extends ResolutionStoreContract {
    @Override
    protected ResolutionStore emptyStore() {
        Neo4jTestServer.wipe();
        return Neo4jStore.connect(Neo4jTestServer.connection());
    }
}
