package dev.ravel.cypher.embedded;

import dev.ravel.cypher.connection.Neo4jConnection;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An embedded Neo4j on a data directory. Either this object started the server, then {@link #close()} stops it; or
 * another program had started one on the same directory, then this object only connects to it, and the server ends
 * with that program.
 *
 * <p>The data directory holds the store, the logs, the generated password (owner-only) and a state file with process id
 * and address. Programs that start at the same time on one directory take turns by a file lock.
 */
public final class EmbeddedGraph implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedGraph.class);

    private final Path directory;
    private final Neo4jConnection connection;
    private final Optional<ServerProcess> started;

    private EmbeddedGraph(Path directory, Neo4jConnection connection, Optional<ServerProcess> started) {
        this.directory = directory;
        this.connection = connection;
        this.started = started;
    }

    /**
     * Connects to the server that runs on the data directory, or starts one and waits until it answers.
     *
     * @throws ResolutionException with {@code STORE_UNAVAILABLE} if the directory is not writable, the port is taken or
     *     the server does not answer in time
     */
    public static synchronized EmbeddedGraph start(EmbeddedGraphOptions options) {
        Path directory = options.directory().toAbsolutePath();
        try {
            Files.createDirectories(directory, Credentials.ownerOnly("rwx------"));
            try (FileChannel turn = FileChannel.open(
                    directory.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                turn.lock();
                String password = Credentials.password(directory, new SecureRandom());
                Optional<RunningServer> running = RunningServer.read(directory);
                if (running.isPresent() && running.get().isUsable()) {
                    LOG.info(
                            "Using the embedded Neo4j that runs at {}",
                            running.get().uri());
                    return new EmbeddedGraph(directory, connection(running.get().uri(), password), Optional.empty());
                }
                if (running.isPresent()) {
                    running.get().process().ifPresent(orphan -> ServerProcess.awaitEnd(orphan, options.stopTimeout()));
                }
                return startOwn(options, directory, password);
            }
        } catch (AccessDeniedException e) {
            throw new ResolutionException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "no permission to write " + e.getFile() + "; give the embedded Neo4j a directory of yours",
                    e);
        } catch (IOException e) {
            throw new ResolutionException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "the data directory " + directory + " of the embedded Neo4j is not usable: " + e.getMessage(),
                    e);
        }
    }

    private static EmbeddedGraph startOwn(EmbeddedGraphOptions options, Path directory, String password)
            throws IOException {
        ServerProcess server = ServerProcess.start(GraphServerHome.find(), options, directory, password);
        try {
            String uri = server.awaitReady(options.startTimeout());
            new RunningServer(server.pid(), ProcessHandle.current().pid(), uri).write(directory);
            LOG.info("Started the embedded Neo4j at {}, process {}, data in {}", uri, server.pid(), directory);
            return new EmbeddedGraph(directory, connection(uri, password), Optional.of(server));
        } catch (IOException | RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    /** How to log in to it. */
    public Neo4jConnection connection() {
        return connection;
    }

    /** Its data directory. */
    public Path directory() {
        return directory;
    }

    /** Whether this object started the server, and so will stop it. */
    public boolean isOwner() {
        return started.isPresent();
    }

    /** Stops the server if this object started it; kills it if it does not stop in time. */
    @Override
    public void close() {
        if (started.isEmpty()) {
            return;
        }
        started.get().stop();
        try {
            RunningServer.delete(directory);
        } catch (IOException e) {
            LOG.warn("The state file in {} stays behind and will be ignored: {}", directory, e.getMessage());
        }
    }

    private static Neo4jConnection connection(String uri, String password) {
        return new Neo4jConnection(uri, Neo4jConnection.DEFAULT_USER, password, Neo4jConnection.DEFAULT_DATABASE);
    }
}
