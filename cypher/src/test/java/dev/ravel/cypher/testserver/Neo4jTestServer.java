package dev.ravel.cypher.testserver;

import dev.ravel.cypher.connection.Neo4jConnection;
import dev.ravel.cypher.embedded.EmbeddedGraph;
import dev.ravel.cypher.embedded.EmbeddedGraphOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.neo4j.Neo4jContainer;

/**
 * The Neo4j server of a test run, one for all tests of a JVM: the external one that {@code NEO4J_URI} names, else a
 * container where Docker answers, else the embedded one. The log says which. A test class that needs an empty graph
 * calls {@link #wipe()}; an external server is wiped too, so never point {@code NEO4J_URI} of a test run at data.
 */
public final class Neo4jTestServer {
    private static final Logger LOG = LoggerFactory.getLogger(Neo4jTestServer.class);
    private static final String IMAGE = "neo4j:5.26-community";
    private static final int HEAP_MEBIBYTES = 512;
    private static final int PAGE_CACHE_MEBIBYTES = 128;

    private Neo4jTestServer() {}

    /** How to log in to the shared server; starts it at the first call. */
    public static Neo4jConnection connection() {
        return Shared.CONNECTION;
    }

    /** The shared driver of the shared server; do not close it. */
    public static Driver driver() {
        return Shared.DRIVER;
    }

    /** Deletes all nodes, and with them relationships; constraints and indexes stay. */
    public static void wipe() {
        try (Session session =
                driver().session(SessionConfig.forDatabase(connection().database()))) {
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
                    .consume();
        }
    }

    private static final class Shared {
        static final Neo4jConnection CONNECTION = connect();
        static final Driver DRIVER = CONNECTION.driver();

        private static Neo4jConnection connect() {
            return Neo4jConnection.ofEnvironment(System.getenv())
                    .map(connection -> {
                        LOG.info("Neo4j of this test run: external, {}", connection);
                        return connection;
                    })
                    .orElseGet(() -> DockerClientFactory.instance().isDockerAvailable() ? container() : embedded());
        }

        @SuppressWarnings("resource") // Testcontainers removes the container when this JVM ends
        private static Neo4jConnection container() {
            Neo4jContainer container = new Neo4jContainer(IMAGE).withAdminPassword("container-password");
            container.start();
            Neo4jConnection connection = new Neo4jConnection(
                    container.getBoltUrl(),
                    Neo4jConnection.DEFAULT_USER,
                    container.getAdminPassword(),
                    Neo4jConnection.DEFAULT_DATABASE);
            LOG.info("Neo4j of this test run: container {}, {}", IMAGE, connection);
            return connection;
        }

        private static Neo4jConnection embedded() {
            try {
                Path target = Files.createDirectories(Path.of("target"));
                Path directory = Files.createTempDirectory(target, "neo4j-test-");
                EmbeddedGraph graph = EmbeddedGraph.start(
                        EmbeddedGraphOptions.in(directory).withMemory(HEAP_MEBIBYTES, PAGE_CACHE_MEBIBYTES));
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(
                                () -> {
                                    graph.close();
                                    delete(directory);
                                },
                                "stop-test-neo4j"));
                LOG.info("Neo4j of this test run: embedded, {}", graph.connection());
                return graph.connection();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path directory) {
            try (var files = Files.walk(directory)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                LOG.warn("{} stays behind", directory, e);
            }
        }
    }
}
