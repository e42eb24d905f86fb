package dev.ravel.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.FulltextSettings;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.io.ByteUnit;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.api.impl.index.LuceneSettings;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j server in one process, for those who have no other: Bolt on 127.0.0.1 only, no HTTP, password required.
 *
 * <p>Prints one line {@code READY bolt://127.0.0.1:PORT} on standard output when it answers, and nothing else there.
 * It ends cleanly when its standard input closes, so that it never outlives the process that started it, and on
 * SIGTERM. The password of the user {@code neo4j} is taken from the environment at the first start of a data
 * directory; it is never on the command line.
 */
public final class GraphServer {
    /** The environment variable that holds the password. */
    static final String PASSWORD = "RAVEL_GRAPH_PASSWORD";

    /** The server could not start: another server has the directory, the port is taken, the disk is full. */
    static final int EXIT_NOT_STARTED = 1;
    /** The command line or the environment is wrong. */
    static final int EXIT_USAGE = 2;

    private static final String ADDRESS = "127.0.0.1";
    private static final int MIN_PASSWORD_LENGTH = 8;

    /** Ravel's statements look up by unique key, so a growing graph does not change their plans; planning is dear. */
    private static final Duration MIN_REPLAN_INTERVAL = Duration.ofMinutes(5);

    /** Golden records are found by their words within a second. Refreshing after each commit costs a stream of small batches dearly. */
    private static final Duration SEARCH_REFRESH_INTERVAL = Duration.ofMillis(500);

    /** Lucene's own default: Neo4j's 2 merges each segment with the next one, again and again. */
    private static final int SEARCH_MERGE_FACTOR = 10;

    private GraphServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        DatabaseManagementService server;
        try {
            server = start(ServerArguments.parse(arguments), password());
        } catch (IllegalArgumentException e) {
            fail(EXIT_USAGE, String.valueOf(e.getMessage()));
            return;
        } catch (IOException | RuntimeException e) {
            fail(EXIT_NOT_STARTED, reason(e));
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        answers.println("READY bolt://" + ADDRESS + ":" + port(server));
        answers.flush();
        awaitEndOfInput();
        System.exit(0);
    }

    private static DatabaseManagementService start(ServerArguments arguments, String password) throws IOException {
        Files.createDirectories(arguments.data());
        requireFree(arguments.port());
        SocketAddress address = new SocketAddress(ADDRESS, arguments.port());
        DatabaseManagementService server = new DatabaseManagementServiceBuilder(
                        arguments.data().toAbsolutePath())
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, address)
                .setConfig(BoltConnector.advertised_address, address)
                .setConfig(HttpConnector.enabled, false)
                .setConfig(HttpsConnector.enabled, false)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(arguments.pageCacheMebibytes()))
                .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, MIN_REPLAN_INTERVAL)
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "1 files")
                .setConfig(FulltextSettings.eventually_consistent_refresh_interval, SEARCH_REFRESH_INTERVAL)
                .setConfig(LuceneSettings.lucene_merge_factor, SEARCH_MERGE_FACTOR)
                // Who stops this server has closed its connections: waiting for more of them takes seconds for nothing.
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .build();
        GraphDatabaseService system = server.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME);
        boolean isFirstStart = system.executeTransactionally(
                "SHOW USERS YIELD user, passwordChangeRequired WHERE user = 'neo4j' AND passwordChangeRequired RETURN 1",
                Map.of(),
                result -> result.hasNext());
        if (isFirstStart) {
            system.executeTransactionally(
                    "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
        }
        return server;
    }

    /** Neo4j would find out too, but later and without naming the port. */
    private static void requireFree(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException e) {
            throw new BindException("port " + port + " is taken; choose another one, or 0 for a free one");
        }
    }

    private static String password() {
        String password = System.getenv(PASSWORD);
        if (password == null || password.length() < MIN_PASSWORD_LENGTH) {
            throw new IllegalArgumentException("set the environment variable " + PASSWORD
                    + " to a password of at least " + MIN_PASSWORD_LENGTH + " characters");
        }
        return password;
    }

    private static int port(DatabaseManagementService server) {
        GraphDatabaseAPI database = (GraphDatabaseAPI) server.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        return database.getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
    }

    /** Blocks until standard input closes: whoever started this server has ended or wants it to end. */
    private static void awaitEndOfInput() throws InterruptedException {
        try {
            while (System.in.read() != -1) {
                // What is written there has no meaning.
            }
        } catch (IOException e) {
            System.err.println("standard input is not readable, shutting down: " + e.getMessage());
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof FileLockException)) {
            cause = cause.getCause();
        }
        if (cause instanceof FileLockException) {
            return "another Neo4j server uses this data directory; stop it or choose another directory ("
                    + cause.getMessage() + ")";
        }
        return "Neo4j did not start: "
                + String.valueOf(cause.getMessage()).lines().findFirst().orElse("unknown cause");
    }

    private static void fail(int exitCode, String message) {
        System.err.println("graph-server: " + message);
        System.exit(exitCode);
    }
}
