package dev.ravel.api.work;

import dev.ravel.api.error.ApiErrorCode;
import dev.ravel.api.error.ApiException;
import dev.ravel.api.error.Failure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The two pools on which the store is called: {@value #READ_POOL} and {@value #WRITE_POOL}. A call above the bounds of
 * its queue is refused with {@code OVERLOADED}. A caller stops waiting after the timeout; a call that has begun by then
 * runs to its end all the same, because a transaction cannot be left half way. Thread-safe.
 */
public final class StoreWork implements AutoCloseable {
    /** The name, and prefix of the threads' names, of the pool for reads. */
    public static final String READ_POOL = "ravel-api-read";
    /** The name, and prefix of the threads' names, of the pool for mutations. */
    public static final String WRITE_POOL = "ravel-api-write";

    private static final long IDLE_SECONDS = 30;
    private static final long CLOSE_SECONDS = 10;

    private final WorkLimits limits;
    private final MeterRegistry meters;
    private final ThreadPoolExecutor reads;
    private final ThreadPoolExecutor writes;
    private final Timer readTime;
    private final Timer writeTime;

    public StoreWork(WorkLimits limits, MeterRegistry meters) {
        this.limits = limits;
        this.meters = meters;
        this.reads = pool(READ_POOL, limits.readThreads(), limits.readQueue());
        this.writes = pool(WRITE_POOL, limits.writeThreads(), limits.writeQueue());
        this.readTime = timer("read");
        this.writeTime = timer("write");
    }

    /** Calls the store for a read. */
    public <T> CompletableFuture<T> read(Supplier<T> call) {
        return submit(reads, readTime, call);
    }

    /** Calls the store for a mutation. */
    public <T> CompletableFuture<T> write(Supplier<T> call) {
        return submit(writes, writeTime, call);
    }

    /** Refuses new calls and waits, for a while, for those that have begun. */
    @Override
    public void close() {
        List.of(reads, writes).forEach(ThreadPoolExecutor::shutdown);
        try {
            for (ThreadPoolExecutor pool : List.of(reads, writes)) {
                if (!pool.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    pool.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            List.of(reads, writes).forEach(ThreadPoolExecutor::shutdownNow);
            Thread.currentThread().interrupt();
        }
    }

    private <T> CompletableFuture<T> submit(ThreadPoolExecutor pool, Timer time, Supplier<T> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            pool.execute(() -> {
                if (!answer.isDone()) {
                    run(time, call, answer);
                }
            });
        } catch (RejectedExecutionException e) {
            count(ApiErrorCode.OVERLOADED);
            return CompletableFuture.failedFuture(new ApiException(
                    ApiErrorCode.OVERLOADED, "the server has more work than it can queue; try again in a second"));
        }
        return answer.orTimeout(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    // Every Throwable has to reach the caller's future: nobody else would ever complete it.
    private <T> void run(Timer time, Supplier<T> call, CompletableFuture<T> answer) {
        long begun = System.nanoTime();
        T value;
        try {
            value = call.get();
        } catch (Throwable thrown) {
            time.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            count(Failure.of(thrown, "").code());
            answer.completeExceptionally(thrown);
            return;
        }
        time.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        answer.complete(value);
    }

    private void count(ApiErrorCode code) {
        meters.counter("ravel.store.errors", "code", code.name()).increment();
    }

    private Timer timer(String kind) {
        return Timer.builder("ravel.store.calls")
                .description("Calls to the store, without their time in the queue")
                .tag("kind", kind)
                .register(meters);
    }

    private ThreadPoolExecutor pool(String name, int threads, int queue) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), named(name));
        pool.allowCoreThreadTimeOut(true);
        new ExecutorServiceMetrics(pool, name, List.of()).bindTo(meters);
        return pool;
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + '-' + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
