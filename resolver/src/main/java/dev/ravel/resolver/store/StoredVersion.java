package dev.ravel.resolver.store;

import dev.ravel.model.record.SourceRecord;
import java.time.Instant;

/**
 * A version of a record as kept.
 *
 * @param version the version as received
 * @param loadId the load that brought it
 * @param recordedAt when it was stored
 * @param live whether it is the newest
 */
public record StoredVersion(SourceRecord version, String loadId, Instant recordedAt, boolean live) {}
