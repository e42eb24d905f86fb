package dev.ravel.resolver.store;

import dev.ravel.model.identity.RecordKey;
import java.time.Instant;

/**
 * A version equal in content to the newest one, and later: the newest version's stamp moves forward to it. No version
 * is added. The stamp has to move, because a version between the two must not become the newest when it arrives late.
 *
 * @param key the record
 * @param observedAt the new {@code observedAt} of the newest version
 * @param sequence its new sequence
 */
public record SeenWrite(RecordKey key, Instant observedAt, long sequence) {}
