package dev.ravel.launcher.wiring;

import dev.ravel.configuration.GraphConfiguration;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.cypher.connection.Neo4jConnection;
import dev.ravel.cypher.embedded.EmbeddedGraph;
import dev.ravel.cypher.embedded.EmbeddedGraphOptions;
import dev.ravel.ingest.Neo4jStores;
import dev.ravel.ingest.sink.StoreProvider;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.store.ResolutionStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The Neo4j that the configuration names: the user's server, or the embedded one in the data directory, which all
 * commands on that directory share while one of them runs it.
 */
public final class Graph implements AutoCloseable {
    private static final String DIRECTORY = "neo4j";
    private static final long MEBIBYTE = 1024 * 1024;

    private final Neo4jConnection connection;
    private final String tenant;
    private final SealHeads heads;
    private final Optional<EmbeddedGraph> embedded;

    private Graph(Neo4jConnection connection, RavelConfiguration configuration, Optional<EmbeddedGraph> embedded) {
        this.connection = connection;
        this.tenant = configuration.resolver().tenant();
        this.heads = new SealHeads(configuration.dataDirectory().resolve(SealHeads.FILE), tenant, Clock.systemUTC());
        this.embedded = embedded;
    }

    /**
     * Takes the configured server, or connects to the embedded one, which is started if it does not run.
     *
     * @throws dev.ravel.resolver.error.ResolutionException with {@code STORE_UNAVAILABLE} if the embedded one does not
     *     start; whether a configured server answers shows when it is first used
     */
    public static Graph of(RavelConfiguration configuration) {
        return of(configuration, UnaryOperator.identity());
    }

    /** As {@link #of}, for a run of a minute or less. */
    public static Graph ofShortRun(RavelConfiguration configuration) {
        return of(configuration, EmbeddedGraphOptions::forShortRun);
    }

    private static Graph of(RavelConfiguration configuration, UnaryOperator<EmbeddedGraphOptions> adjusted) {
        Optional<GraphConfiguration.Server> server = configuration.graph().server();
        if (server.isPresent()) {
            return new Graph(
                    new Neo4jConnection(
                            server.get().uri(),
                            server.get().user(),
                            server.get().password(),
                            server.get().database()),
                    configuration,
                    Optional.empty());
        }
        GraphConfiguration.Embedded memory = configuration.graph().embedded();
        EmbeddedGraph embedded = EmbeddedGraph.start(adjusted.apply(EmbeddedGraphOptions.in(directory(configuration))
                .withMemory(mebibytes(memory.heapBytes()), mebibytes(memory.pageCacheBytes()))));
        return new Graph(embedded.connection(), configuration, Optional.of(embedded));
    }

    /**
     * As {@link #of}, for commands that only look: an embedded graph is not made if there is none.
     *
     * @throws CommandException with {@link ExitCode#USAGE} if there is none
     */
    public static Graph existing(RavelConfiguration configuration) {
        Path directory = directory(configuration);
        if (configuration.graph().server().isEmpty() && !Files.isDirectory(directory)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "there is no graph in " + directory.toAbsolutePath()
                            + "; ravel ingest makes one, --data-dir names another directory");
        }
        return of(configuration);
    }

    /** Where the embedded one keeps its data. */
    public static Path directory(RavelConfiguration configuration) {
        return configuration.dataDirectory().resolve(DIRECTORY);
    }

    /** How to log in. */
    public Neo4jConnection connection() {
        return connection;
    }

    /** Opens stores of the configured tenant; each is closed by who opened it. */
    public StoreProvider stores() {
        return Neo4jStores.of(connection, tenant);
    }

    /**
     * A store of the configured tenant, its schema up to date; closed by the caller.
     *
     * @throws dev.ravel.resolver.error.ResolutionException with {@code STORE_UNAVAILABLE} or {@code DIGEST_MISMATCH}
     */
    public ResolutionStore open(Resolver resolver) {
        ResolutionStore store = stores().connect();
        try {
            store.open(resolver.digest());
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Begins to seal what is written through any store of the tenant; the heads are kept in the data directory. */
    public Sealer seal(ResolutionStore store) {
        return Sealer.start(store, heads::append);
    }

    /** Where it is, in words. */
    public String description() {
        return embedded.map(graph -> "embedded Neo4j at " + connection.uri() + ", data in " + graph.directory())
                .orElse("Neo4j at " + connection.uri());
    }

    /** Stops the embedded one if this process started it. */
    @Override
    public void close() {
        embedded.ifPresent(EmbeddedGraph::close);
    }

    private static int mebibytes(long bytes) {
        return Math.toIntExact(Math.max(1, bytes / MEBIBYTE));
    }
}
