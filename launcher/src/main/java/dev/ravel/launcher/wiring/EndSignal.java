package dev.ravel.launcher.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C or SIGTERM: what was opened is closed in the reverse order, once, whether the work ends by itself or is told
 * to. Thread-safe.
 */
public final class EndSignal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EndSignal.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = new Thread(this::toldToEnd, "ravel-end");

    private EndSignal() {}

    /** Listens from now on. */
    public static EndSignal listen() {
        EndSignal signal = new EndSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Has something closed at the end. */
    public synchronized <T extends AutoCloseable> T closeAtEnd(T resource) {
        opened.push(resource);
        return resource;
    }

    /** Waits for Ctrl-C or SIGTERM. */
    public void await() throws InterruptedException {
        told.await();
    }

    /** Whether the process has been told to end. */
    public boolean isTold() {
        return told.getCount() == 0;
    }

    @Override
    public void close() {
        closeAll();
        if (!isTold()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void toldToEnd() {
        told.countDown();
        closeAll();
    }

    private synchronized void closeAll() {
        while (!opened.isEmpty()) {
            AutoCloseable resource = opened.pop();
            try {
                resource.close();
            } catch (Exception e) {
                LOG.warn("{} did not close cleanly: {}", resource.getClass().getSimpleName(), e.toString());
                LOG.debug("Closing failed", e);
            }
        }
    }
}
