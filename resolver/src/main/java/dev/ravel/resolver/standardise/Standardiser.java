package dev.ravel.resolver.standardise;

import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.settings.ResolverSettings;

/**
 * Standardises source records under one configuration. A pure function of the record and the settings; thread-safe.
 */
public final class Standardiser {
    /** Raised with every change of what standardising gives; part of the resolution digest. */
    public static final int VERSION = 1;

    public Standardiser(ResolverSettings settings) {
        throw new UnsupportedOperationException("being built");
    }

    /** The comparable form of a live record. */
    public StandardRecord standardise(SourceRecord record) {
        throw new UnsupportedOperationException("being built");
    }
}
