package dev.ravel.resolver.store;

import dev.ravel.resolver.settings.ResolutionDigest;
import java.util.Objects;
import java.util.Optional;

/**
 * What a graph is stamped with.
 *
 * @param digest the resolution in force: that of every writer
 * @param reresolvedUpTo while the graph is taken to this resolution: the text of the last record key that is done, empty
 *     text at the start; absent when all of the graph is of this resolution
 */
public record StoreStamp(ResolutionDigest digest, Optional<String> reresolvedUpTo) {
    public StoreStamp {
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(reresolvedUpTo, "reresolvedUpTo");
    }
}
