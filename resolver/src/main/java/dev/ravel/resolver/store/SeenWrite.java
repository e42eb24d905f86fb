package dev.ravel.resolver.store;

import dev.ravel.model.identity.RecordKey;
import java.time.Instant;

/**
 * A version equal in content to the live one: only extends when it was last seen.
 *
 * @param key the record
 * @param lastSeen the latest {@code observedAt} of that content
 */
public record SeenWrite(RecordKey key, Instant lastSeen) {}
