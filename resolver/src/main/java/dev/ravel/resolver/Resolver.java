package dev.ravel.resolver;

import dev.ravel.resolver.comparison.RecordComparator;
import dev.ravel.resolver.scoring.FellegiSunterScorer;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.scoring.PairScorer;
import dev.ravel.resolver.settings.ResolutionDigest;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.Standardiser;

/**
 * One resolution: settings, model and the pure functions made from them. Stream, bulk, stewards and explanations all
 * use the same one; its digest is what their results depend on. Immutable and thread-safe.
 *
 * @param settings what the installation decides
 * @param model the weights and the blocking rules
 * @param standardiser raw values to comparable form, with the blocks of the model's rules
 * @param scorer the match weight of a pair
 * @param digest the hash of all of this
 */
public record Resolver(
        ResolverSettings settings,
        MatchModel model,
        Standardiser standardiser,
        PairScorer scorer,
        ResolutionDigest digest) {

    /** The resolution of these settings and this model. */
    public static Resolver of(ResolverSettings settings, MatchModel model) {
        return new Resolver(
                settings,
                model,
                new Standardiser(settings, model.blocking()),
                new FellegiSunterScorer(),
                ResolutionDigest.of(
                        settings,
                        model.digest(),
                        model.blocking().text(),
                        Standardiser.versions(),
                        RecordComparator.VERSION));
    }
}
