package dev.ravel.ingest;

import dev.ravel.cypher.connection.Neo4jConnection;
import dev.ravel.cypher.store.Neo4jStore;
import dev.ravel.ingest.sink.StoreProvider;
import dev.ravel.resolver.store.ResolutionStore;

/**
 * Connections to a graph in Neo4j, one for each task.
 *
 * @param uri the Bolt address
 * @param user the user
 * @param password the password
 * @param database the database
 * @param tenant the owner of the data
 */
public record Neo4jStores(String uri, String user, String password, String database, String tenant)
        implements StoreProvider {
    /** Connections for a tenant to the server that a connection names. */
    public static Neo4jStores of(Neo4jConnection connection, String tenant) {
        return new Neo4jStores(
                connection.uri(), connection.user(), connection.password(), connection.database(), tenant);
    }

    @Override
    public ResolutionStore connect() {
        return Neo4jStore.connect(new Neo4jConnection(uri, user, password, database), tenant);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + uri + ", database " + database;
    }
}
