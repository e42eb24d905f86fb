package dev.ravel.resolver.bulk;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
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

    /** So many chunks a core even out unequal work where there are few indices. */
    private static final int CHUNKS_A_CORE = 16;

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
        onEachCore(n, CHUNK, scratch, work);
    }

    /**
     * Collects something over the indices from 0 to n - 1, which may be few and much work each. Each thread collects into
     * a container of its own, and those are merged; so the order of merging must not matter.
     */
    static <S> S collect(int n, Supplier<S> container, ChunkWork<S> work, BiConsumer<S, S> merge) {
        List<S> parts = onEachCore(n, Math.max(1, Math.min(CHUNK, n / (count() * CHUNKS_A_CORE))), container, work);
        S all = container.get();
        parts.forEach(part -> merge.accept(all, part));
        return all;
    }

    /** The elements in ascending order; equal ones stay in theirs. */
    static <T> List<T> sorted(List<T> elements, Comparator<? super T> order) {
        @SuppressWarnings("unchecked")
        T[] sorted = (T[]) elements.toArray();
        sort(sorted, order);
        return Collections.unmodifiableList(Arrays.asList(sorted));
    }

    /**
     * Sorts stably: each core a run of its own, which one core merges. The library's parallel sort takes one core where
     * there are two.
     */
    static <T> void sort(T[] elements, Comparator<? super T> order) {
        int runs = count();
        IntStream.range(0, runs)
                .parallel()
                .forEach(run -> Arrays.sort(
                        elements, start(run, runs, elements.length), start(run + 1, runs, elements.length), order));
        Arrays.sort(elements, order);
    }

    /** Where one of several runs of about equal length begins. */
    private static int start(int run, int runs, int n) {
        return (int) ((long) n * run / runs);
    }

    private static <S> List<S> onEachCore(int n, int chunkSize, Supplier<S> scratch, ChunkWork<S> work) {
        AtomicInteger next = new AtomicInteger();
        int chunks = (n + chunkSize - 1) / chunkSize;
        return IntStream.range(0, Math.min(count(), chunks))
                .parallel()
                .mapToObj(core -> {
                    S own = scratch.get();
                    for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                        work.run(own, chunk * chunkSize, Math.min(n, (chunk + 1) * chunkSize), chunk);
                    }
                    return own;
                })
                .toList();
    }
}
