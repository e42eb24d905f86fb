package dev.ravel.ingest.sink;

import dev.ravel.resolver.store.ResolutionStore;
import java.io.Serializable;

/** Gives each task its own connection to the graph. Serialisable, because Flink carries it there. */
@FunctionalInterface
public interface StoreProvider extends Serializable {
    /** A store whose {@code open} has not been called; the caller closes it. */
    ResolutionStore connect();
}
