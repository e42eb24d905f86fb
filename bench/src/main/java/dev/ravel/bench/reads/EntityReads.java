package dev.ravel.bench.reads;

import java.io.IOException;

/** One connection by which entities are read; used by one thread. */
interface EntityReads extends AutoCloseable {
    /**
     * Reads an entity to its last byte.
     *
     * @throws IllegalStateException if there is none
     */
    void read(String id) throws IOException;

    @Override
    void close() throws IOException;
}
