package dev.ravel.resolver.stream;

import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.store.InputOffset;
import dev.ravel.resolver.store.ResolutionStore;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/**
 * Takes record versions into the graph, a micro-batch a transaction. Applying a batch again changes nothing; the
 * order of batches, and of versions inside one, does not change what they end in. Thread-safe.
 */
public final class StreamResolver {
    public StreamResolver(Resolver resolver, ResolutionStore store, Clock clock) {
        throw new UnsupportedOperationException("being built");
    }

    /**
     * Resolves a batch and commits it, with the offsets up to which it takes its inputs in.
     *
     * @throws dev.ravel.resolver.error.ResolutionException if the store fails for good; nothing is written then
     */
    public BatchResult apply(List<Incoming> batch, Collection<InputOffset> offsets) {
        throw new UnsupportedOperationException("being built");
    }
}
