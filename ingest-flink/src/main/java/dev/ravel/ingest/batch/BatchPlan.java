package dev.ravel.ingest.batch;

import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import java.io.Serializable;
import java.time.Instant;

/**
 * All that the tasks of a batch job need, in a form that Flink can carry to them.
 *
 * @param settings what the installation decides about resolution
 * @param model the content of the model file; a batch job trains none
 * @param catalog how inputs are read
 * @param output the directory of the result, as a path or URI that all task managers reach
 * @param at when the entities are made
 * @param rounds how many times the stars of components are shuffled before one task joins what is left; at least 0
 */
public record BatchPlan(
        ResolverSettings settings, String model, SourceCatalog catalog, String output, Instant at, int rounds)
        implements Serializable {
    /** Enough for the components of customers, which are small; more save the last task work where chains are long. */
    public static final int USUAL_ROUNDS = 3;

    public BatchPlan {
        if (rounds < 0) {
            throw new IllegalArgumentException("rounds must not be negative: " + rounds);
        }
    }

    Resolver resolver() {
        return Resolver.of(settings, MatchModel.parse(model));
    }
}
