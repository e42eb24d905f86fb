package dev.ravel.resolver.stream;

import dev.ravel.model.record.SourceRecord;

/**
 * A version on its way into the graph.
 *
 * @param version the version
 * @param loadId the load that brings it
 */
public record Incoming(SourceRecord version, String loadId) {}
