package dev.ravel.resolver.store;

import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.lineage.EventBlock;
import dev.ravel.resolver.lineage.SealHead;
import dev.ravel.resolver.lineage.SealedBlock;
import dev.ravel.resolver.settings.ResolutionDigest;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * A store in memory, for tests and small runs. One lock serialises all transactions and reads, so its transactions
 * never wait for each other half done; a failed one is taken back step by step. It is strict: a change that would leave
 * the graph inconsistent fails with {@code BROKEN_INVARIANT}. Closing it keeps the content, so that {@link #open} can
 * play a restart.
 */
public final class InMemoryStore extends InMemoryReads implements ResolutionStore {
    private static final int MAX_ATTEMPTS = 50;
    private static final long PAUSE_NANOS = 100_000;

    @Override
    public void open(ResolutionDigest digest) {
        locked(() -> {
            ResolutionDigest stamped = graph.digest.orElse(digest);
            if (!stamped.hex().equals(digest.hex())) {
                throw new ResolutionException(
                        ErrorCode.DIGEST_MISMATCH,
                        "the graph was resolved under " + stamped + ", not " + digest
                                + ": see with ravel reresolve what this one changes, and go on with ravel reresolve"
                                + " --apply; or go back to the model and configuration of before");
            }
            graph.digest = Optional.of(digest);
            return stamped;
        });
    }

    @Override
    public Optional<StoreStamp> stamp() {
        return locked(
                () -> graph.digest.map(digest -> new StoreStamp(digest, graph.reresolvedUpTo, graph.keyGeneration)));
    }

    @Override
    public boolean restamp(StoreStamp before, StoreStamp after) {
        return locked(() -> {
            boolean asBefore = stamp().filter(before::equals).isPresent();
            if (asBefore) {
                graph.digest = Optional.of(after.digest());
                graph.reresolvedUpTo = after.reresolvedUpTo();
                if (after.keyGeneration() > before.keyGeneration()) {
                    graph.beginKeyGeneration(after.keyGeneration());
                }
            }
            return asBefore;
        });
    }

    @Override
    public <T> T inTransaction(Function<ResolutionTransaction, T> work) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction is open in this thread already");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return locked(() -> attempt(work));
            } catch (RuntimeException e) {
                if (!(e instanceof Retryable) || attempt == MAX_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    @Override
    public <T> T inStewardsTransaction(Function<ResolutionTransaction, T> work) {
        return inTransaction(work);
    }

    @Override
    public Optional<SealHead> seal() {
        return locked(() -> {
            int waiting = Math.min(graph.unsealed.size(), BLOCKS_OF_A_ROUND);
            for (int i = 0; i < waiting; i++) {
                EventBlock block = graph.unsealed.pollFirstEntry().getValue();
                graph.sealed.add(SealedBlock.after(graph.sealHead(), block));
            }
            return waiting == 0 ? Optional.empty() : Optional.of(graph.sealHead());
        });
    }

    @Override
    public int removeFormerBlocks(int limit) {
        return locked(() -> {
            int removed = Math.min(limit, graph.formerBlocks.size());
            for (int i = 0; i < removed; i++) {
                graph.formerBlocks.remove(graph.formerBlocks.first());
            }
            return removed;
        });
    }

    @Override
    public void close() {}

    private <T> T attempt(Function<ResolutionTransaction, T> work) {
        UndoLog undo = new UndoLog();
        boolean done = false;
        try {
            InMemoryTransaction transaction = new InMemoryTransaction(graph, undo);
            T result = work.apply(transaction);
            transaction.finish();
            done = true;
            return result;
        } finally {
            if (!done) {
                undo.undo();
            }
        }
    }
}
