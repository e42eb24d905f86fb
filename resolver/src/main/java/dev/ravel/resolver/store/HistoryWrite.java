package dev.ravel.resolver.store;

import dev.ravel.model.record.SourceRecord;
import java.time.Instant;

/**
 * A version that arrived after a newer one: kept, not live.
 *
 * @param version the version
 * @param loadId the load that brought it
 * @param recordedAt recorded time
 */
public record HistoryWrite(SourceRecord version, String loadId, Instant recordedAt) {}
