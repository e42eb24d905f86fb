package dev.ravel.resolver.bulk;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Spreads chunks of an index range over all cores of the common pool. Which core does which chunk is left to chance;
 * what comes out must be written to places of its own, so that it does not depend on it.
 */
final class Cores {
    /** Chunks are small enough to even out unequal work, and large enough to cost nothing. */
    private static final int CHUNK = 4096;

    private Cores() {}

    /** How many threads take part. */
    static int count() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Does something for each index from 0 to n - 1. */
    static void forEach(int n, IntConsumer action) {
        forEachChunk(n, () -> "", (scratch, from, to, chunk) -> {
            for (int i = from; i < to; i++) {
                action.accept(i);
            }
        });
    }

    /** Work on the indices from {@code from} to {@code to - 1}, the chunk of this number. */
    interface ChunkWork<S> {
        void run(S scratch, int from, int to, int chunk);
    }

    /** How many chunks a range has. */
    static int chunks(int n) {
        return (n + CHUNK - 1) / CHUNK;
    }

    /** Does something for each chunk of the indices from 0 to n - 1, with a scratch object of each thread's own. */
    static <S> void forEachChunk(int n, Supplier<S> scratch, ChunkWork<S> work) {
        AtomicInteger next = new AtomicInteger();
        int chunks = chunks(n);
        Consumer<S> worker = own -> {
            for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                work.run(own, chunk * CHUNK, Math.min(n, (chunk + 1) * CHUNK), chunk);
            }
        };
        IntStream.range(0, Math.min(count(), chunks)).parallel().forEach(core -> worker.accept(scratch.get()));
    }
}
