package dev.ravel.configuration;

import java.util.Objects;
import java.util.Optional;

/**
 * Where the graph is: at a server of the user's, or in a Neo4j that Ravel starts as a process of its own.
 *
 * @param server the server; empty for the embedded one
 * @param embedded the embedded one's memory, used only without a server
 */
public record GraphConfiguration(Optional<Server> server, Embedded embedded) {
    public GraphConfiguration {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(embedded, "embedded");
    }

    /**
     * A Neo4j server.
     *
     * @param uri its Bolt address
     * @param user the user
     * @param password the password; empty for a server without authentication
     * @param database the database
     */
    public record Server(String uri, String user, String password, String database) {
        @Override
        public String toString() {
            return uri + " as " + user + ", database " + database;
        }
    }

    /**
     * The memory of the embedded Neo4j.
     *
     * @param heapBytes its heap
     * @param pageCacheBytes its page cache, outside the heap
     */
    public record Embedded(long heapBytes, long pageCacheBytes) {}
}
