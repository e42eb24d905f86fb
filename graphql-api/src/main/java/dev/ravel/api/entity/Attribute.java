package dev.ravel.api.entity;

import dev.ravel.model.record.SourceRecord;
import java.util.List;

/**
 * The values of one attribute of a record, as received.
 *
 * @param name the attribute's name
 * @param values its values in the order received
 */
record Attribute(String name, List<String> values) {
    Attribute {
        values = List.copyOf(values);
    }

    /** The attributes of a version, ascending by name. */
    static List<Attribute> of(SourceRecord version) {
        return version.attributes().entrySet().stream()
                .map(entry -> new Attribute(entry.getKey(), entry.getValue()))
                .toList();
    }
}
