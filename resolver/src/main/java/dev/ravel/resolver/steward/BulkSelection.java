package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.standardise.Standardiser;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.IdentifierQuery;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.OperationQuery;
import dev.ravel.resolver.store.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The tasks that a query asks for, as the graph is when it is asked: at most so many, those behind them by asking again.
 * Thread-safe; blocking.
 */
public final class BulkSelection {
    /** The most entities of an identifier that are looked at. */
    private static final int MOST_ENTITIES = 2_000;

    private final EntityReader reader;
    private final Standardiser standardiser;
    private final String tenant;

    /**
     * Selections from a graph.
     *
     * @param standardiser says which identifiers a record carries
     */
    public BulkSelection(EntityReader reader, Standardiser standardiser, String tenant) {
        this.reader = reader;
        this.standardiser = standardiser;
        this.tenant = tenant;
    }

    /**
     * Takes back the operations that fit, latest first, so that none stands in the way of another one of them.
     *
     * @throws ResolutionException with {@code INVALID_INPUT} if the query asks for nothing in particular
     */
    public List<BulkTask> undo(OperationQuery query, int limit) {
        if (query.isOpen()) {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT,
                    "this would take back all that was ever decided: say of whom, of what kind or ticket, or of when");
        }
        return reader.standingOperations(query, limit).stream()
                .map(operation -> BulkTask.undo(operation.id()))
                .toList();
    }

    /** Suppresses the identifiers that fit, those that most records carry first. */
    public List<BulkTask> suppress(IdentifierQuery query, int limit) {
        return ruling(query, limit, BulkTask::suppress);
    }

    /** Restores the identifiers that fit, those that most records carry first. */
    public List<BulkTask> restore(IdentifierQuery query, int limit) {
        return ruling(query, limit, BulkTask::restore);
    }

    private List<BulkTask> ruling(IdentifierQuery query, int limit, Function<SharedKey, BulkTask> task) {
        return reader.identifiers(tenant, query, limit).stream()
                .map(KeyState::key)
                .map(task)
                .toList();
    }

    /**
     * Takes the records that fit out of their entities, ascending by entity and record. Those that are alone in their entity
     * are left out; where all records of an entity fit, so is the first of them, which keeps what is left.
     *
     * @throws ResolutionException with {@code NOT_FOUND} if there is no such entity
     */
    public List<BulkTask> detach(RecordQuery query, int limit) {
        List<BulkTask> tasks = new ArrayList<>();
        for (Entity entity : entities(query)) {
            SortedSet<RecordKey> fitting = new TreeSet<>();
            for (StoredRecord record : reader.recordsOf(entity.records()).values()) {
                if (fits(query, record)) {
                    fitting.add(record.key());
                }
            }
            int staying = fitting.size() == entity.records().size() ? 1 : 0;
            fitting.stream().skip(staying).forEach(record -> tasks.add(BulkTask.detach(reader, record)));
        }
        return List.copyOf(tasks.subList(0, Math.min(limit, tasks.size())));
    }

    private List<Entity> entities(RecordQuery query) {
        return query.entity()
                .map(id -> List.of(entity(id)))
                .orElseGet(() -> reader.entitiesBy(query.identifier().orElseThrow(), MOST_ENTITIES).stream()
                        .filter(entity -> entity.records().size() > 1)
                        .toList());
    }

    private Entity entity(EntityId id) {
        return reader.entity(id)
                .orElseThrow(() -> new ResolutionException(ErrorCode.NOT_FOUND, "there is no entity " + id));
    }

    private boolean fits(RecordQuery query, StoredRecord record) {
        boolean ofSource = query.source()
                .filter(source -> !source.equals(record.key().source()))
                .isEmpty();
        return ofSource
                && query.identifier()
                        .filter(key -> !standardiser
                                .standardise(record.decode())
                                .keys()
                                .contains(key))
                        .isEmpty();
    }
}
