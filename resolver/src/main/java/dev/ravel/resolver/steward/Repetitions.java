package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.ResolutionStore;
import dev.ravel.resolver.store.StoredOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers requests that were carried out before with what they did then. Thread-safe. */
final class Repetitions {
    /** The most events of an entity that are looked through for those of a repeated operation. */
    private static final int MAX_EVENTS_SEARCHED = 10_000;

    private final ResolutionStore store;

    Repetitions(ResolutionStore store) {
        this.store = store;
    }

    /**
     * What an operation did whose idempotency key is used again.
     *
     * @throws ResolutionException with {@code IDEMPOTENCY_CONFLICT} if the key was used for another request
     */
    OperationResult of(StoredOperation done, Fingerprint fingerprint) {
        if (!done.fingerprint().equals(fingerprint.hex())) {
            throw new ResolutionException(
                    ErrorCode.IDEMPOTENCY_CONFLICT,
                    "the idempotency key " + done.idempotencyKey() + " was used for another request, operation "
                            + done.id() + ": use a new key");
        }
        return again(done);
    }

    /** What was done under an idempotency key, as if it were asked for again; empty if nothing was. */
    Optional<OperationResult> of(String idempotencyKey) {
        return store.inTransaction(transaction -> transaction.operationByIdempotencyKey(idempotencyKey))
                .map(this::again);
    }

    private OperationResult again(StoredOperation done) {
        List<EntityId> ids = done.entities().stream().map(EntityId::new).toList();
        List<Entity> entities = store.entities(ids);
        List<LineageEvent> events = new ArrayList<>();
        for (EntityId id : ids) {
            store.events(id, 0, MAX_EVENTS_SEARCHED).stream()
                    .filter(event -> event.cause().equals(done.id()))
                    .forEach(events::add);
        }
        return new OperationResult(done, List.of(), entities, events, List.of(), Optional.empty(), true);
    }
}
