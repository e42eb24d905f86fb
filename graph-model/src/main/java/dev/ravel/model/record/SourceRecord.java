package dev.ravel.model.record;

import dev.ravel.model.identity.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One version of what one system says about one customer, as received: the whole record, not a change to it.
 *
 * <p>Attributes keep the order of their values as received; blank values and empty attributes are dropped, because
 * they say nothing. Two versions with equal {@link #digest()} have the same content.
 *
 * @param key which record this is
 * @param type the kind of customer
 * @param observedAt when the source says that this version held; orders versions
 * @param sequence the source's own sequence number of the version, 0 if it has none; orders equal {@code observedAt}
 * @param deleted whether the source says that the record is gone; its attributes are then usually empty
 * @param attributes the values by attribute name, names in ascending order
 */
public record SourceRecord(
        RecordKey key,
        RecordType type,
        Instant observedAt,
        long sequence,
        boolean deleted,
        SortedMap<String, List<String>> attributes) {

    public SourceRecord {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(observedAt, "observedAt");
        attributes = AttributeMap.withoutBlanks(attributes);
    }

    /** A live version without a sequence number. */
    public static SourceRecord of(
            RecordKey key, RecordType type, Instant observedAt, Map<String, List<String>> attributes) {
        return new SourceRecord(key, type, observedAt, 0, false, new TreeMap<>(attributes));
    }

    /** A deletion observed at a time. */
    public static SourceRecord deletion(RecordKey key, Instant observedAt) {
        return new SourceRecord(key, RecordType.UNKNOWN, observedAt, 0, true, new TreeMap<>());
    }

    /** The values of an attribute in the order received; empty if there are none. */
    public List<String> values(String attribute) {
        List<String> values = attributes.get(attribute);
        return values == null ? List.of() : values;
    }

    /** The digest of the content: type, deletion flag and attributes, not key and times. */
    public ContentDigest digest() {
        return ContentDigest.of(this);
    }
}
