package dev.ravel.resolver.stream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Works on batches side by side where they share no key. Items wait in the order in which they came. A batch is the first of
 * them that share no key with a batch under way, nor with an item that waits before them: so two batches are not started
 * together only to wait for each other's locks, and the items of one key are worked on in their order. What shares a key waits
 * for the next batch, which the key is then free for, so nothing waits for ever.
 *
 * <p>Never more batches are under way than there are lanes: who starts one more waits, so a slow store holds its sources back.
 * While stewards are about only one is: what a steward waits for are the batches that are committing when it comes. For one
 * calling thread.
 *
 * @param <T> what a batch is made of
 */
public final class BatchLanes<T> implements AutoCloseable {
    /**
     * As many lanes as gain something beside a database on the same two cores: for a stream at full rate the second, for the
     * latency of one that keeps up the third too.
     */
    public static final int USUAL = 3;

    /** Milliseconds after which {@link #timeUp} is worth another call where it started nothing. */
    public static final int RETRY_MILLIS = 2;

    private static final long STOP_SECONDS = 30;

    /** A batch smaller than this share of what it might hold waits for another one to end, if one is under way. */
    private static final double WORTHWHILE = 0.5;

    private final int lanes;
    private final BooleanSupplier stewardsAbout;
    private final Work<T> work;
    private final ExecutorService threads;
    private final CompletionService<Batch<T>> ended;
    private final Map<Future<Batch<T>>, Batch<T>> underWay = new HashMap<>();
    private List<Item<T>> waiting = new ArrayList<>();

    /**
     * What is done with a batch, on a thread of its lane.
     *
     * @param <T> what a batch is made of
     */
    public interface Work<T> {
        /** Works on the items, which are in the order in which they came. */
        void run(List<T> items) throws IOException;
    }

    private record Item<T>(T content, Collection<String> keys) {}

    private record Batch<T>(List<T> items, Set<String> keys) {}

    /**
     * Lanes without work.
     *
     * @param lanes how many batches may be under way at once, 1 or more
     * @param stewardsAbout whether no more than one may be for now, asked before each
     */
    public BatchLanes(int lanes, BooleanSupplier stewardsAbout, Work<T> work) {
        if (lanes < 1) {
            throw new IllegalArgumentException("there must be a lane, not " + lanes);
        }
        this.lanes = lanes;
        this.stewardsAbout = stewardsAbout;
        this.work = work;
        this.threads = Executors.newFixedThreadPool(lanes, task -> {
            Thread thread = new Thread(task, "ravel-batch-lane");
            thread.setDaemon(true);
            return thread;
        });
        this.ended = new ExecutorCompletionService<>(threads);
    }

    /**
     * Lets an item wait for its batch.
     *
     * @param keys what it must not share with a batch that is worked on at the same time
     */
    public void add(T item, Collection<String> keys) {
        waiting.add(new Item<>(item, keys));
    }

    /** How many items wait. */
    public int waiting() {
        return waiting.size();
    }

    /**
     * Starts a batch of what waits, once a lane is free.
     *
     * @param atMost the most items of the batch, 1 or more
     * @throws IOException if a batch before failed with it, or the wait was interrupted; nothing is started then, and other
     *     failures of a batch before are thrown as they are
     */
    public void start(int atMost) throws IOException {
        forgetEnded();
        while (!isLaneFree()) {
            awaitOne();
        }
        int worthwhile = (int) Math.ceil(WORTHWHILE * Math.min(atMost, waiting.size()));
        boolean[] taken = choose(atMost);
        while (count(taken) < worthwhile && !underWay.isEmpty()) {
            awaitOne();
            taken = choose(atMost);
        }
        run(take(taken));
    }

    /**
     * Starts a batch because what waits has waited long enough: of all that is free to be worked on, if a lane is. Where none
     * is, what waits may as well grow until one is, or until it is half of another batch: then this waits for a lane, as
     * {@link #start} does. To be called again in {@value #RETRY_MILLIS} ms if
     * it does not.
     *
     * @param atMost the most items of the batch, 1 or more
     * @return whether a batch was started
     * @throws IOException as {@link #start}
     */
    public boolean timeUp(int atMost) throws IOException {
        forgetEnded();
        if (waiting.isEmpty()) {
            return false;
        }
        if (isLaneFree()) {
            return run(take(choose(atMost)));
        }
        if (waiting.size() < WORTHWHILE * atMost) {
            return false;
        }
        start(atMost);
        return true;
    }

    /**
     * Works on all that waits and returns when it is done.
     *
     * @param atMost the most items of a batch
     * @throws IOException as {@link #start}
     */
    public void drain(int atMost) throws IOException {
        while (!waiting.isEmpty()) {
            start(atMost);
        }
        while (!underWay.isEmpty()) {
            awaitOne();
        }
    }

    /** Stops; batches under way are interrupted, and waited for. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isLaneFree() {
        return underWay.size() < (stewardsAbout.getAsBoolean() ? 1 : lanes);
    }

    /** Sends a batch to a lane, unless it is empty; whether it did. */
    private boolean run(Batch<T> batch) {
        if (batch.items().isEmpty()) {
            return false;
        }
        Callable<Batch<T>> task = () -> {
            work.run(batch.items());
            return batch;
        };
        underWay.put(ended.submit(task), batch);
        return true;
    }

    /** Which of the waiting items make the next batch. */
    private boolean[] choose(int atMost) {
        Set<String> claimed = new HashSet<>();
        underWay.values().forEach(batch -> claimed.addAll(batch.keys()));
        boolean[] taken = new boolean[waiting.size()];
        int chosen = 0;
        for (int i = 0; i < taken.length && chosen < atMost; i++) {
            Collection<String> keys = waiting.get(i).keys();
            taken[i] = keys.stream().noneMatch(claimed::contains);
            if (taken[i]) {
                chosen++;
            } else {
                claimed.addAll(keys);
            }
        }
        return taken;
    }

    private static int count(boolean[] taken) {
        int count = 0;
        for (boolean one : taken) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private Batch<T> take(boolean[] taken) {
        Batch<T> batch = new Batch<>(new ArrayList<>(), new HashSet<>());
        List<Item<T>> left = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            Item<T> item = waiting.get(i);
            if (taken[i]) {
                batch.items().add(item.content());
                batch.keys().addAll(item.keys());
            } else {
                left.add(item);
            }
        }
        waiting = left;
        return batch;
    }

    private void forgetEnded() throws IOException {
        Future<Batch<T>> one = ended.poll();
        while (one != null) {
            end(one);
            one = ended.poll();
        }
    }

    private void awaitOne() throws IOException {
        try {
            end(ended.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a batch was being written");
        }
    }

    private void end(Future<Batch<T>> done) throws IOException {
        underWay.remove(done);
        try {
            done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a batch was being written");
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private static IOException failure(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException known ? known : new IOException(failure);
    }
}
