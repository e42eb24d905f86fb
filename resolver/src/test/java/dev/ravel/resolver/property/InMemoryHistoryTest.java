package dev.ravel.resolver.property;

import dev.ravel.resolver.store.InMemoryStore;
import dev.ravel.resolver.store.ResolutionStore;
import java.util.stream.LongStream;

/** The promises of every history, on the store in memory. */
class InMemoryHistoryTest extends HistoryContract {
    /** A life in which an undo that moved no record gave entities other ids. */
    private static final long UNDO_OF_WHAT_HAD_NO_EFFECT_ANY_MORE = 9_201_656;

    static LongStream seeds() {
        return LongStream.concat(Runs.seeds(), LongStream.of(UNDO_OF_WHAT_HAD_NO_EFFECT_ANY_MORE));
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
