package dev.ravel.launcher.wiring;

import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.store.ResolutionStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the lineage of a graph as it is written, round after round in a thread of its own, until it is closed, which seals
 * once more. Any number of sealers may work on one graph: they wait for each other, and nobody else waits for them. A
 * round that fails is logged; the next one does its work.
 */
public final class Sealer implements AutoCloseable {
    /** The pause between two rounds: what is written is sealed about this much later. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Duration LAST_ROUND = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final ResolutionStore store;
    private final Consumer<SealHead> heads;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "ravel-sealer");
        thread.setDaemon(true);
        return thread;
    });

    private Sealer(ResolutionStore store, Consumer<SealHead> heads) {
        this.store = store;
        this.heads = heads;
    }

    /**
     * Begins to seal an open store, which is not closed with the sealer.
     *
     * @param heads told of the head after each round that sealed something, to keep it outside the graph
     */
    public static Sealer start(ResolutionStore store, Consumer<SealHead> heads) {
        Sealer sealer = new Sealer(store, heads);
        sealer.rounds.scheduleWithFixedDelay(sealer::round, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return sealer;
    }

    /** Seals all that waits, and stops. */
    @Override
    public void close() {
        rounds.execute(this::round);
        rounds.shutdown();
        try {
            if (!rounds.awaitTermination(LAST_ROUND.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The last round of sealing takes longer than {}; the next sealer does the rest", LAST_ROUND);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            Optional<SealHead> last = Optional.empty();
            Optional<SealHead> head = store.seal();
            while (head.isPresent()) {
                last = head;
                head = store.seal();
            }
            last.ifPresent(heads);
        } catch (RuntimeException e) {
            LOG.warn("Sealing failed, the next round tries again: {}", e.toString());
            LOG.debug("Sealing failed", e);
        }
    }
}
