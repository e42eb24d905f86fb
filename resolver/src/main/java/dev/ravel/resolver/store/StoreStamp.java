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
 * @param keyGeneration how often the graph has been taken to a resolution that gives records other keys; while that goes on,
 *     there are records whose keys are those of an earlier generation
 */
public record StoreStamp(ResolutionDigest digest, Optional<String> reresolvedUpTo, int keyGeneration) {
    public StoreStamp {
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(reresolvedUpTo, "reresolvedUpTo");
        if (keyGeneration < 0) {
            throw new IllegalArgumentException("a key generation below 0: " + keyGeneration);
        }
    }

    /** The stamp of a graph whose records have the keys that they were given first. */
    public StoreStamp(ResolutionDigest digest, Optional<String> reresolvedUpTo) {
        this(digest, reresolvedUpTo, 0);
    }

    /** Whether there may be records that have the keys of an earlier generation. */
    public boolean mayHaveFormerKeys() {
        return keyGeneration > 0 && reresolvedUpTo.isPresent();
    }
}
