package dev.ravel.resolver.stream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches one after another on a thread of its own, so that the caller gathers, parses and prepares the next batch
 * while one is being written. Never more than one is under way: who brings the next one waits, so a slow store holds its
 * sources back. Work is done in the order in which it is brought. For one calling thread.
 */
public final class BatchPipeline implements AutoCloseable {
    private static final long STOP_SECONDS = 30;

    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "ravel-batch-writer");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Future<?> underWay;

    /** The writing of one batch. */
    public interface Work {
        /** Writes the batch. */
        void run() throws IOException;
    }

    /**
     * Waits for the work before, then starts this one and returns.
     *
     * @throws IOException if the work before failed with it, or the wait was interrupted; this one is not started then.
     *     Other failures of the work before are thrown as they are
     */
    public void submit(Work work) throws IOException {
        drain();
        Callable<Boolean> task = () -> {
            work.run();
            return true;
        };
        underWay = writer.submit(task);
    }

    /**
     * Waits until all that was submitted is done.
     *
     * @throws IOException as {@link #submit}
     */
    public void drain() throws IOException {
        Future<?> last = underWay;
        if (last == null) {
            return;
        }
        try {
            last.get();
            underWay = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a batch was being written");
        } catch (ExecutionException e) {
            underWay = null;
            throw failure(e);
        }
    }

    /** Stops; work that is under way is interrupted, and waited for. */
    @Override
    public void close() {
        writer.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            writer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
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
