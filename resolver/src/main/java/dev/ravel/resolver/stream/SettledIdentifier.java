package dev.ravel.resolver.stream;

import dev.ravel.resolver.region.RegionOutcome;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.store.KeyState;
import java.time.Instant;

/**
 * What a ruling on an identifier came to.
 *
 * @param region the region of its carriers, as it was
 * @param outcome what changed
 * @param state the identifier's state after it
 * @param at the transaction's recorded time
 */
public record SettledIdentifier(StoredRegion region, RegionOutcome outcome, KeyState state, Instant at) {}
