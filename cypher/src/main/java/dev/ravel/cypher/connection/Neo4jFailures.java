package dev.ravel.cypher.connection;

import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;

/** What failures of the server mean to those who asked for something. */
public final class Neo4jFailures {
    private Neo4jFailures() {}

    /**
     * A failure that will not go away by itself, with {@code STORE_UNAVAILABLE} and what to do about it.
     *
     * @param attempts how often it was tried, at least 1
     */
    public static ResolutionException unavailable(Neo4jException failure, int attempts) {
        String message = failure instanceof AuthenticationException
                ? "Neo4j refuses user or password; check NEO4J_USER and NEO4J_PASSWORD or ravel.yaml"
                : "Neo4j failed after " + attempts + " attempt(s): " + failure.getMessage();
        return new ResolutionException(ErrorCode.STORE_UNAVAILABLE, message, failure);
    }
}
