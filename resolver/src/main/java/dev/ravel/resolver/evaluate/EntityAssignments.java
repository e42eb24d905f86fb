package dev.ravel.resolver.evaluate;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which entity each record of a file belongs to, as read from its rows. Files name records in one of three ways: by a
 * {@code record_id} alone, by {@code source} and {@code record_id}, or by a {@code record_id} that reads {@code
 * source:record_id}. Two files that name them differently are joined by what they have in common.
 */
public final class EntityAssignments {
    /** The column of a record's id. */
    public static final String RECORD_ID = "record_id";
    /** The column of a record's source, which may be missing. */
    public static final String SOURCE = "source";
    /** The column of the entity that a record belongs to. */
    public static final String ENTITY_ID = "entity_id";

    private final String what;
    private final Map<String, String> entityOf;
    private final boolean qualified;

    private EntityAssignments(String what, Map<String, String> entityOf, boolean qualified) {
        this.what = what;
        this.entityOf = Collections.unmodifiableMap(entityOf);
        this.qualified = qualified;
    }

    /**
     * Reads rows.
     *
     * @param what what the rows are from, for error messages: usually the file's name
     * @param rows the rows by column name, each with {@value #RECORD_ID} and {@value #ENTITY_ID}, and with {@value
     *     #SOURCE} in all rows or in none
     * @throws ResolutionException with {@code INVALID_INPUT} if a column is missing or a record is in two entities
     */
    public static EntityAssignments read(String what, Iterable<Map<String, String>> rows) {
        Map<String, String> entityOf = new LinkedHashMap<>();
        Optional<Boolean> qualified = Optional.empty();
        int row = 1;
        for (Map<String, String> columns : rows) {
            row++;
            String id = column(columns, RECORD_ID, what, row);
            String entity = column(columns, ENTITY_ID, what, row);
            String source = columns.getOrDefault(SOURCE, "");
            if (qualified.isPresent() && qualified.get() == source.isEmpty()) {
                throw invalid(what + ", row " + row + ": either all rows have a " + SOURCE + " or none");
            }
            qualified = Optional.of(!source.isEmpty());
            String record = source.isEmpty() ? id : source + ':' + id;
            String before = entityOf.putIfAbsent(record, entity);
            if (before != null && !before.equals(entity)) {
                throw invalid(what + ", row " + row + ": the record " + record + " is in two entities, " + before
                        + " and " + entity);
            }
        }
        return new EntityAssignments(what, entityOf, qualified.orElse(false));
    }

    /**
     * Records by themselves, each its own entity: what a truth is joined with that names records another way.
     *
     * @param what what the records are from, for error messages
     */
    public static EntityAssignments ofRecords(String what, Collection<RecordKey> records) {
        Map<String, String> entityOf = new LinkedHashMap<>();
        for (RecordKey record : records) {
            entityOf.put(name(record), name(record));
        }
        return new EntityAssignments(what, entityOf, true);
    }

    /** The name of a record in files that have a source. */
    public static String name(RecordKey record) {
        return record.source() + ':' + record.id();
    }

    /** The entity of each record, in the order of the rows. */
    public Map<String, String> entityOf() {
        return entityOf;
    }

    /**
     * These assignments under the names that another file uses for the same records. If the two have no name in common,
     * records are joined by their id alone. Records that the other does not know are left out.
     *
     * @throws ResolutionException with {@code INVALID_INPUT} if joining by id would take one record for another
     */
    public Map<String, String> namedAsIn(EntityAssignments other) {
        Map<String, String> named = new HashMap<>();
        if (other.entityOf.keySet().stream().anyMatch(entityOf::containsKey)) {
            entityOf.forEach((record, entity) -> {
                if (other.entityOf.containsKey(record)) {
                    named.put(record, entity);
                }
            });
            return named;
        }
        Map<String, String> ours = byId();
        other.byId().forEach((id, record) -> {
            String own = ours.get(id);
            if (own != null) {
                named.put(record, Objects.requireNonNull(entityOf.get(own)));
            }
        });
        return named;
    }

    /** The record of each id alone. */
    private Map<String, String> byId() {
        Map<String, String> byId = new HashMap<>();
        for (String record : entityOf.keySet()) {
            String id = qualified ? record.substring(record.indexOf(':') + 1) : record;
            String before = byId.put(id, record);
            if (before != null) {
                throw invalid(what + ": " + before + " and " + record
                        + " have the same id, so that a file without sources does not say which is meant; add a column "
                        + SOURCE + " to the other file");
            }
        }
        return byId;
    }

    private static String column(Map<String, String> columns, String name, String what, int row) {
        String value = columns.get(name);
        if (value == null || value.isEmpty()) {
            throw invalid(what + ", row " + row + ": no value in the column " + name + "; there must be the columns "
                    + RECORD_ID + " and " + ENTITY_ID + ", and there may be " + SOURCE);
        }
        return value;
    }

    private static ResolutionException invalid(String message) {
        return new ResolutionException(ErrorCode.INVALID_INPUT, message);
    }
}
