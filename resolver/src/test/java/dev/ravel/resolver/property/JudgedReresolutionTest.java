package dev.ravel.resolver.property;

import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.ResolutionStore;
import java.util.stream.LongStream;

/** Judgements and another resolution, on the store in memory: {@value #DEFAULT_SEEDS} graphs, or as many as {@code ravel.seeds} says. */
class JudgedReresolutionTest extends JudgedReresolutionContract {
    private static final int DEFAULT_SEEDS = 6;

    static LongStream seeds() {
        long first = Long.getLong("ravel.seed", 0);
        return LongStream.range(first, first + Integer.getInteger("ravel.seeds", DEFAULT_SEEDS));
    }

    @Override
    protected ResolutionStore emptyStore() {
        return new InMemoryStore();
    }
}
