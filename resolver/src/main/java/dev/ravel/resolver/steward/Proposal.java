package dev.ravel.resolver.steward;

import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.ResolutionTransaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a steward asks for, before it is known whether it can be done. */
interface Proposal {
    /** The name of the operation, as its record in the graph has it. */
    String kind();

    /** All that tells this request from another of its kind, in a fixed order. */
    List<String> terms();

    /**
     * Locks the region concerned and says which judgements are to stand and which to fall.
     *
     * @param reader for what a transaction does not read; what it says is checked after the locks
     * @throws dev.ravel.resolver.error.ResolutionException if it cannot be done
     */
    Ruling rule(ResolutionTransaction transaction, EntityReader reader);

    /** Asks for what is known of the operations that it takes back, where it can tell before it rules which these are. */
    default Optional<Supplier<Undone>> askUndone(EntityReader reader) {
        return Optional.empty();
    }
}
