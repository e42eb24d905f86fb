package dev.ravel.resolver.standardise;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.resolver.settings.ResolverSettings;

/** By how many seconds the span of an identifier of each kind is longer at both ends. Immutable. */
final class Graces {
    private final long[] seconds = new long[IdentifierType.values().length];

    Graces(ResolverSettings settings) {
        settings.identifiers()
                .forEach((type, treatment) ->
                        seconds[place(type)] = treatment.grace().toSeconds());
    }

    long seconds(IdentifierType type) {
        return seconds[place(type)];
    }

    @SuppressWarnings("EnumOrdinal") // an array in the hot path; nothing stored depends on the number
    private static int place(IdentifierType type) {
        return type.ordinal();
    }
}
