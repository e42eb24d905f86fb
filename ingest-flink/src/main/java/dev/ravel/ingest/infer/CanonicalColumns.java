package dev.ravel.ingest.infer;

import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.configuration.source.Template;
import dev.ravel.model.record.RecordType;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form as flat columns: {@code source,id,type,observedAt,sequence,deleted}, of which type, sequence and
 * deleted may lack, and every other column an attribute of the same name.
 */
final class CanonicalColumns {
    private static final String SOURCE = "source";
    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String OBSERVED_AT = "observedAt";
    private static final String SEQUENCE = "sequence";
    private static final String DELETED = "deleted";

    private static final List<String> REQUIRED = List.of(SOURCE, ID, OBSERVED_AT);
    private static final Set<String> OF_THE_RECORD = Set.of(SOURCE, ID, TYPE, OBSERVED_AT, SEQUENCE, DELETED);

    private CanonicalColumns() {}

    /** Whether the columns are those of the canonical form, letter by letter. */
    static boolean fit(List<String> columns) {
        return columns.containsAll(REQUIRED);
    }

    /** The mapping of columns that fit. */
    static RecordMapping mapping(List<String> columns, String separator) {
        TreeMap<String, List<Template>> attributes = new TreeMap<>();
        for (String column : columns) {
            if (!OF_THE_RECORD.contains(column) && !column.isBlank()) {
                attributes.put(column, List.of(Template.field(column)));
            }
        }
        return new RecordMapping(
                Template.field(SOURCE),
                Template.field(ID),
                columns.contains(TYPE) ? Template.field(TYPE) : Template.constant(RecordType.UNKNOWN.name()),
                List.of(Template.field(OBSERVED_AT)),
                field(SEQUENCE, columns),
                field(DELETED, columns),
                attributes,
                separator,
                true,
                List.of());
    }

    private static @Nullable Template field(String name, List<String> columns) {
        return columns.contains(name) ? Template.field(name) : null;
    }
}
