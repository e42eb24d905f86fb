package dev.ravel.cypher.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.cypher.connection.Neo4jConnection;
import dev.ravel.resolver.error.ResolutionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.AuthenticationException;

class EmbeddedGraphIT {
    @Test
    void keepsDataAndPasswordOverARestartAndIsSharedWhileItRuns(@TempDir Path directory) throws IOException {
        Path roundabout = directory.resolve("..").resolve(directory.getFileName());
        try (EmbeddedGraph first = EmbeddedGraph.start(options(roundabout));
                EmbeddedGraph second = EmbeddedGraph.start(options(directory))) {
            assertThat(first.isOwner()).isTrue();
            assertThat(second.isOwner()).isFalse();
            assertThat(second.connection()).isEqualTo(first.connection());
            assertThat(first.connection().uri()).startsWith("bolt://127.0.0.1:");
            assertThat(first.connection().toString())
                    .doesNotContain(first.connection().password());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password"))))
                    .isEqualTo("rw-------");
            try (Driver driver = second.connection().driver()) {
                driver.executableQuery("CREATE (:Kept)").execute();
            }
            assertThatThrownBy(() -> {
                        Neo4jConnection right = first.connection();
                        try (Driver driver = new Neo4jConnection(
                                        right.uri(), right.user(), "wrong-password", right.database())
                                .driver()) {
                            driver.verifyConnectivity();
                        }
                    })
                    .isInstanceOf(AuthenticationException.class);
        }
        assertThat(RunningServer.read(directory)).isEmpty();
        try (EmbeddedGraph again = EmbeddedGraph.start(options(directory));
                Driver driver = again.connection().driver()) {
            assertThat(driver.executableQuery("MATCH (k:Kept) RETURN count(k) AS n")
                            .execute()
                            .records()
                            .get(0)
                            .get("n")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void aTakenPortIsAOneLineError(@TempDir Path directory) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedGraph.start(options(directory).withPort(taken.getLocalPort()))
                            .close())
                    .isInstanceOf(ResolutionException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageNotContaining("\n");
        }
    }

    private static EmbeddedGraphOptions options(Path directory) {
        return EmbeddedGraphOptions.in(directory).withMemory(256, 32);
    }
}
