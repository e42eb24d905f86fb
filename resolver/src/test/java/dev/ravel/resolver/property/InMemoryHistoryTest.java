package dev.ravel.resolver.property;

import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.ResolutionStore;
import java.util.stream.LongStream;

/** The promises of every history, on the store in memory. */
class InMemoryHistoryTest extends HistoryContract {
    static LongStream seeds() {
        return Runs.seeds();
    }

    @Override
    protected Length length() {
        return Length.LONG;
    }

    @Override
    protected ResolutionStore emptyStore() {
        return new InMemoryStore();
    }
}
