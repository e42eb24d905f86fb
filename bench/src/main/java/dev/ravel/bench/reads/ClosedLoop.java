package dev.ravel.bench.reads;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Connections that each read one entity after another, random ones, for a while.
 *
 * @param nanos how long each read took, ascending
 * @param perSecond how many there were a second
 */
record ClosedLoop(long[] nanos, double perSecond) {
    private static final int FIRST_CAPACITY = 1 << 12;

    /** Opens a connection. */
    @FunctionalInterface
    interface Opening {
        /** A new connection. */
        EntityReads open() throws IOException;
    }

    /**
     * Reads.
     *
     * @param ids the entities to choose from
     * @param seconds how long
     */
    static ClosedLoop run(Opening opening, int connections, List<String> ids, double seconds, long seed)
            throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            List<Callable<long[]>> readers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                SplittableRandom random = new SplittableRandom(seed + i);
                readers.add(() -> read(opening, ids, end, random));
            }
            long[] all = new long[0];
            for (Future<long[]> reader : threads.invokeAll(readers)) {
                long[] some = reader.get();
                int had = all.length;
                all = Arrays.copyOf(all, had + some.length);
                System.arraycopy(some, 0, all, had, some.length);
            }
            Arrays.sort(all);
            return new ClosedLoop(all, all.length / ((System.nanoTime() - start) / 1e9));
        } catch (ExecutionException e) {
            throw new IOException("a read failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] read(Opening opening, List<String> ids, long end, SplittableRandom random)
            throws IOException {
        long[] nanos = new long[FIRST_CAPACITY];
        int count = 0;
        try (EntityReads reads = opening.open()) {
            for (long before = System.nanoTime(); before < end; count++) {
                reads.read(ids.get(random.nextInt(ids.size())));
                long after = System.nanoTime();
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * count);
                }
                nanos[count] = after - before;
                before = after;
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    /** The least that this share of the reads did not exceed, in milliseconds: nearest rank. */
    double quantile(double share) {
        int rank = (int) Math.ceil(share * nanos.length);
        return nanos[Math.max(0, rank - 1)] / 1e6;
    }
}
