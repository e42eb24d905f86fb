package dev.ravel.resolver.explain;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.store.EntityReader;

/** Answers why two records are, or are not, one customer, from the stored graph. Thread-safe. */
public final class Explainer {
    public Explainer(Resolver resolver, EntityReader reader) {
        throw new UnsupportedOperationException("being built");
    }

    /**
     * Explains two live records.
     *
     * @throws dev.ravel.resolver.error.ResolutionException with {@code NOT_FOUND} if one is not live
     */
    public PairExplanation explain(RecordKey a, RecordKey b) {
        throw new UnsupportedOperationException("being built");
    }
}
