package dev.ravel.resolver.store;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.standardise.Spans;

/**
 * Other spans of a stored record whose newest version stays, because versions came that are older than it or repeat it.
 *
 * @param key the record
 * @param spans its spans beside its newest version
 */
public record SpansWrite(RecordKey key, Spans spans) {}
