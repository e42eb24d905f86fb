package dev.ravel.cypher.connection;

import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Waits for what Neo4j answers to what was sent. */
public final class ServerAnswers {
    private ServerAnswers() {}

    /**
     * The answer, once it has come. Not for a thread of the driver.
     *
     * @throws org.neo4j.driver.exceptions.Neo4jException as the driver tells of it
     * @throws ResolutionException with {@code STORE_UNAVAILABLE} if the thread is interrupted; it stays so
     */
    public static <T> T await(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResolutionException(ErrorCode.STORE_UNAVAILABLE, "interrupted while waiting for Neo4j", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new ResolutionException(ErrorCode.STORE_UNAVAILABLE, "Neo4j did not answer: " + e.getCause(), e);
        }
    }
}
