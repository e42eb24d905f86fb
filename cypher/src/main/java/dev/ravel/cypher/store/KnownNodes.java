package dev.ravel.cypher.store;

import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.neo4j.driver.Record;

/**
 * The internal ids of the records and entities that a transaction has read or made. A node is found by its id at a fraction of
 * the cost of an index seek, and index seeks were a third of the server's work. Internal ids are given away again when
 * nodes are deleted, so they are good for this transaction only and are never stored. Not thread-safe.
 */
final class KnownNodes {
    /** The id of no node: what is asked for by it is not found. */
    static final long NONE = -1;

    /** Stands for a record that was asked for and is not stored. */
    private static final Long ABSENT = NONE;

    private final Map<String, Long> records = new HashMap<>();
    private final Map<String, Long> entities = new HashMap<>();
    private final Set<String> created = new HashSet<>();
    private final List<Runnable> awaited = new ArrayList<>();

    /** Notes the records, by the columns {@code key} and {@code node}. */
    void addRecords(List<Record> rows) {
        add(records, rows);
    }

    /** Notes records with their ids, in one order. */
    void addRecords(List<String> keys, List<Long> nodes) {
        for (int i = 0; i < keys.size(); i++) {
            records.put(keys.get(i), nodes.get(i));
        }
    }

    /** Notes that those of these records that are not noted yet are not stored. */
    void addAbsentRecords(Collection<String> asked) {
        asked.forEach(key -> records.putIfAbsent(key, ABSENT));
    }

    /** Notes the entities, by the columns {@code key} and {@code node}. */
    void addEntities(List<Record> rows) {
        add(entities, rows);
    }

    /**
     * Notes records that are being created. Their ids are waited for when one of them is asked for.
     *
     * @param ids waits for the ids, in the order of the keys
     */
    void addCreatedRecords(List<String> keys, Supplier<List<Long>> ids) {
        created.addAll(keys);
        awaited.add(() -> addRecords(keys, ids.get()));
    }

    /** Whether a record was created in this transaction. */
    boolean isCreated(String record) {
        return created.contains(record);
    }

    /** The id of a record, {@link #NONE} if it is not known. */
    long record(String key) {
        if (!awaited.isEmpty() && created.contains(key)) {
            awaited.forEach(Runnable::run);
            awaited.clear();
        }
        return records.getOrDefault(key, NONE);
    }

    /** The id of an entity, {@link #NONE} if it is not known. */
    long entity(String key) {
        return entities.getOrDefault(key, NONE);
    }

    /** Looks up those of these records that are not known yet. */
    void findRecords(StatementRunner runner, Collection<String> wanted) {
        List<String> missing = missing(records, wanted);
        missing.removeIf(created::contains);
        addRecords(runner.listOver(Statement.NODES_OF_RECORDS, missing));
        addAbsentRecords(missing);
    }

    /** Looks up those of these entities that are not known yet. */
    void findEntities(StatementRunner runner, Collection<String> wanted) {
        addEntities(runner.listOver(Statement.NODES_OF_ENTITIES, missing(entities, wanted)));
    }

    private static void add(Map<String, Long> nodes, List<Record> rows) {
        for (Record row : rows) {
            nodes.put(row.get("key").asString(), row.get("node").asLong());
        }
    }

    private static List<String> missing(Map<String, Long> nodes, Collection<String> wanted) {
        List<String> missing = new ArrayList<>();
        for (String key : wanted) {
            if (!nodes.containsKey(key)) {
                missing.add(key);
            }
        }
        return missing;
    }
}
