package dev.ravel.configuration.source;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a record comes from which columns or paths.
 *
 * @param source the source of each record; null means the configured name
 * @param id the source's own id of a record
 * @param type the kind of customer, a constant or a column
 * @param observedAt when the version held, the first that is not empty
 * @param sequence orders versions of equal {@code observedAt}; null for none
 * @param deleted whether the record is gone; null for never
 * @param attributes the templates of each attribute, in the order of the values that they give
 * @param separator what stands between the values of an attribute in one field; empty if a field holds one value
 * @param keepOthers whether columns that nothing names are kept as attributes that are no evidence
 * @param ignore columns that are not kept
 */
public record RecordMapping(
        @Nullable Template source,
        Template id,
        Template type,
        List<Template> observedAt,
        @Nullable Template sequence,
        @Nullable Template deleted,
        SortedMap<String, List<Template>> attributes,
        String separator,
        boolean keepOthers,
        List<String> ignore)
        implements Serializable {

    public RecordMapping {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        observedAt = List.copyOf(observedAt);
        TreeMap<String, List<Template>> copy = new TreeMap<>();
        attributes.forEach((name, templates) -> copy.put(name, List.copyOf(templates)));
        attributes = Collections.unmodifiableSortedMap(copy);
        Objects.requireNonNull(separator, "separator");
        ignore = List.copyOf(ignore);
    }
}
