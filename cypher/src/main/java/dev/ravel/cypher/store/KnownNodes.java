package dev.ravel.cypher.store;

import dev.ravel.cypher.statement.Statement;
import dev.ravel.cypher.statement.StatementRunner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;

/**
 * The internal ids of the nodes that a transaction has read, locked or made. A node is found by its id at a fraction of
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

    /** Notes the records, by the columns {@code key} and {@code node}. */
    void addRecords(List<Record> rows) {
        add(records, rows);
    }

    /** Notes that those of these records that are not noted yet are not stored. */
    void addAbsentRecords(Collection<String> asked) {
        asked.forEach(key -> records.putIfAbsent(key, ABSENT));
    }

    /** Notes the entities, by the columns {@code key} and {@code node}. */
    void addEntities(List<Record> rows) {
        add(entities, rows);
    }

    void addRecord(String key, long node) {
        records.put(key, node);
    }

    void addEntity(String key, long node) {
        entities.put(key, node);
    }

    /** Whether a record was asked for and is not stored. */
    boolean isAbsent(String record) {
        return ABSENT.equals(records.get(record));
    }

    /** The id of a record, {@link #NONE} if it is not known. */
    long record(String key) {
        return records.getOrDefault(key, NONE);
    }

    /** The id of an entity, {@link #NONE} if it is not known. */
    long entity(String key) {
        return entities.getOrDefault(key, NONE);
    }

    /** Looks up those of these records that are not known yet. */
    void findRecords(StatementRunner runner, Collection<String> wanted) {
        List<String> missing = missing(records, wanted);
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
