package dev.ravel.resolver.property;

import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.ResolutionStore;
import java.util.stream.LongStream;

/** Judgements and another resolution, on the store in memory. */
class JudgedReresolutionTest extends JudgedReresolutionContract {
    static LongStream seeds() {
        return Runs.seeds();
    }

    @Override
    protected ResolutionStore emptyStore() {
        return new InMemoryStore();
    }
}
