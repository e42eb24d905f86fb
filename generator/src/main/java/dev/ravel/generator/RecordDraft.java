package dev.ravel.generator;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A record being written by one system about one customer. Not thread-safe. */
final class RecordDraft {
    private static final int RECORDS_PER_CUSTOMER = 128;
    private static final long IDS = 10_000_000_000L;

    private final RecordKey key;
    private final RecordType type;
    private final SortedMap<String, List<String>> attributes = new TreeMap<>();

    private RecordDraft(RecordKey key, RecordType type) {
        this.key = key;
        this.type = type;
    }

    /** The n-th record of a customer, n from 0 to 127 over all systems. */
    static RecordDraft of(SourceSystem system, Customer customer, int n) {
        if (n >= RECORDS_PER_CUSTOMER) {
            throw new IllegalArgumentException("a customer has at most " + RECORDS_PER_CUSTOMER + " records");
        }
        long id = Serials.scatter(customer.serial() * RECORDS_PER_CUSTOMER + n, IDS);
        RecordType type = customer instanceof Outlet ? RecordType.ORGANIZATION : RecordType.PERSON;
        return new RecordDraft(RecordKey.of(system.source(), system.idPrefix() + "-" + id), type);
    }

    /** What a version says, to be changed. */
    static RecordDraft of(SourceRecord version) {
        RecordDraft draft = new RecordDraft(version.key(), version.type());
        draft.attributes.putAll(version.attributes());
        return draft;
    }

    RecordDraft with(String attribute, String... values) {
        attributes.put(attribute, List.of(values));
        return this;
    }

    /** Changes every value of an attribute that is there. */
    void replace(String attribute, UnaryOperator<String> change) {
        attributes.computeIfPresent(
                attribute, (name, values) -> values.stream().map(change).toList());
    }

    RecordDraft without(String attribute) {
        attributes.remove(attribute);
        return this;
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    RecordKey key() {
        return key;
    }

    /** The version as of a time. */
    SourceRecord at(Instant observedAt) {
        return SourceRecord.of(key, type, observedAt, attributes);
    }
}
