package dev.ravel.resolver.store;

import java.time.Instant;
import java.util.List;

/**
 * What a person did, once: the unit of idempotency and of undo.
 *
 * @param id unique id
 * @param kind {@code split}, {@code separate}, {@code detach}, {@code merge}, {@code judge}, {@code suppress}, {@code
 *     restore}, {@code undo}, or {@value #PROPOSE} for a merge that waits for a second steward
 * @param idempotencyKey the caller's key, unique
 * @param fingerprint the hash of the request, so that a key used for another request is noticed
 * @param actor who
 * @param reason why
 * @param at recorded time
 * @param entities the entities that it changed, as text, ascending
 * @param undoes the operation that it takes back, empty unless {@code kind} is {@code undo}
 * @param alsoUndoes the later operations that it took back because they stood in the way, latest first
 * @param identifier the identifier that it ruled on, as text; empty if it ruled on records
 */
public record StoredOperation(
        String id,
        String kind,
        String idempotencyKey,
        String fingerprint,
        String actor,
        String reason,
        Instant at,
        List<String> entities,
        String undoes,
        List<String> alsoUndoes,
        String identifier) {
    /** The kind of a merge that waits for a second steward. */
    public static final String PROPOSE = "propose";

    public StoredOperation {
        entities = List.copyOf(entities);
        alsoUndoes = List.copyOf(alsoUndoes);
    }
}
