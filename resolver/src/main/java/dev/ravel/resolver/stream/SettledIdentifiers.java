package dev.ravel.resolver.stream;

import dev.ravel.resolver.region.RegionOutcome;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.store.KeyState;
import java.time.Instant;
import java.util.List;

/**
 * What a ruling on identifiers came to.
 *
 * @param region the region of their carriers, as it was
 * @param outcome what changed
 * @param states the identifiers' states after it, ascending
 * @param at the transaction's recorded time
 */
public record SettledIdentifiers(StoredRegion region, RegionOutcome outcome, List<KeyState> states, Instant at) {
    public SettledIdentifiers {
        states = List.copyOf(states);
    }
}
