package dev.ravel.cypher.connection;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.NotificationSeverity;

/**
 * Where a Neo4j server is and who logs in.
 *
 * @param uri the Bolt address, {@code bolt://host:port} or {@code neo4j://host:port}
 * @param user the user
 * @param password the password; {@link #toString()} does not show it
 * @param database the database, {@value #DEFAULT_DATABASE} unless the server has another
 */
public record Neo4jConnection(String uri, String user, String password, String database) {
    /** The database of a Community server. */
    public static final String DEFAULT_DATABASE = "neo4j";

    /** The user that every server starts with. */
    public static final String DEFAULT_USER = "neo4j";

    private static final int MAX_CONNECTIONS = 64;
    private static final int CONNECTION_TIMEOUT_SECONDS = 15;

    public Neo4jConnection {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(database, "database");
        if (!uri.matches("(bolt|neo4j)(\\+s|\\+ssc)?://.+")) {
            throw new IllegalArgumentException(
                    "a Neo4j address starts with bolt:// or neo4j://, for example bolt://127.0.0.1:7687; not " + uri);
        }
    }

    /**
     * The connection that the environment names: {@code NEO4J_URI}, {@code NEO4J_USER} (absent: {@code neo4j}), {@code
     * NEO4J_PASSWORD} and {@code NEO4J_DATABASE} (absent: {@code neo4j}).
     *
     * @return empty if {@code NEO4J_URI} is absent or blank
     * @throws IllegalArgumentException if the address is unusable, or there is no {@code NEO4J_PASSWORD} beside it
     */
    public static Optional<Neo4jConnection> ofEnvironment(Map<String, String> environment) {
        String uri = environment.getOrDefault("NEO4J_URI", "");
        if (uri.isBlank()) {
            return Optional.empty();
        }
        String password = environment.get("NEO4J_PASSWORD");
        if (password == null) {
            throw new IllegalArgumentException("NEO4J_URI is set but NEO4J_PASSWORD is not; set it too");
        }
        return Optional.of(new Neo4jConnection(
                uri,
                environment.getOrDefault("NEO4J_USER", DEFAULT_USER),
                password,
                environment.getOrDefault("NEO4J_DATABASE", DEFAULT_DATABASE)));
    }

    /**
     * A driver for this server. It connects when it is first used; the caller closes it.
     *
     * <p>It logs through SLF4J, because the driver's default logger formats every message with all its parameters, whether
     * anybody reads the log or not: a seventh of the processor time of a stream.
     */
    @SuppressWarnings("deprecation") // the driver offers nothing else that keeps its logger from formatting
    public Driver driver() {
        return GraphDatabase.driver(
                uri,
                AuthTokens.basic(user, password),
                Config.builder()
                        .withMaxConnectionPoolSize(MAX_CONNECTIONS)
                        .withConnectionTimeout(CONNECTION_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                        .withUserAgent("ravel")
                        .withLogging(Logging.slf4j())
                        .withMinimumNotificationSeverity(NotificationSeverity.OFF)
                        .build());
    }

    @Override
    public String toString() {
        return user + " at " + uri + ", database " + database;
    }
}
