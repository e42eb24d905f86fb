package dev.ravel.api;

import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;

/** The resolver of the tests: the shipped defaults. */
public final class TestResolver {
    public static final Resolver RESOLVER = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());

    private TestResolver() {}
}
