package dev.ravel.cypher.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How the embedded Neo4j runs.
 *
 * @param directory its data directory, made absolute; created if it is not there
 * @param port the Bolt port on 127.0.0.1; 0 takes a free one
 * @param heapMebibytes the server's Java heap, at least 128
 * @param pageCacheMebibytes the server's cache for pages of the store, at least 8
 * @param startTimeout how long it may take until it answers
 * @param stopTimeout how long it may take to stop before it is killed
 * @param shortRun whether it is over before optimised code pays for its compiling
 */
public record EmbeddedGraphOptions(
        Path directory,
        int port,
        int heapMebibytes,
        int pageCacheMebibytes,
        Duration startTimeout,
        Duration stopTimeout,
        boolean shortRun) {
    private static final int DEFAULT_HEAP_MEBIBYTES = 1024;
    private static final int DEFAULT_PAGE_CACHE_MEBIBYTES = 512;
    private static final Duration DEFAULT_START_TIMEOUT = Duration.ofMinutes(4);
    private static final Duration DEFAULT_STOP_TIMEOUT = Duration.ofSeconds(60);

    public EmbeddedGraphOptions {
        directory = directory.toAbsolutePath().normalize(); // Neo4j refuses any other
        Objects.requireNonNull(startTimeout, "startTimeout");
        Objects.requireNonNull(stopTimeout, "stopTimeout");
        if (heapMebibytes < 128 || pageCacheMebibytes < 8) {
            throw new IllegalArgumentException("the embedded Neo4j needs a heap of at least 128 MiB and a page cache of"
                    + " at least 8 MiB, not " + heapMebibytes + " and " + pageCacheMebibytes);
        }
    }

    /** A server with the shipped sizes: 1 GiB of heap, 512 MiB of page cache, a free port. */
    public static EmbeddedGraphOptions in(Path directory) {
        return new EmbeddedGraphOptions(
                directory,
                0,
                DEFAULT_HEAP_MEBIBYTES,
                DEFAULT_PAGE_CACHE_MEBIBYTES,
                DEFAULT_START_TIMEOUT,
                DEFAULT_STOP_TIMEOUT,
                false);
    }

    /** The same with other memory sizes. */
    public EmbeddedGraphOptions withMemory(int heap, int pageCache) {
        return new EmbeddedGraphOptions(directory, port, heap, pageCache, startTimeout, stopTimeout, shortRun);
    }

    /** The same on another port. */
    public EmbeddedGraphOptions withPort(int boltPort) {
        return new EmbeddedGraphOptions(
                directory, boltPort, heapMebibytes, pageCacheMebibytes, startTimeout, stopTimeout, shortRun);
    }

    /** The same for a run of a minute or less, such as a demonstration: it warms up sooner, and stays slower. */
    public EmbeddedGraphOptions forShortRun() {
        return new EmbeddedGraphOptions(
                directory, port, heapMebibytes, pageCacheMebibytes, startTimeout, stopTimeout, true);
    }
}
