package dev.ravel.ingest.infer;

import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.configuration.source.Template;
import dev.ravel.model.record.AttributeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was inferred about a file, for people, in five lines: the record, names, identifiers, all else, what is missing. */
final class MappingDescription {
    private static final Set<String> NAMES = Set.of(
            AttributeName.NAME,
            AttributeName.GIVEN_NAME,
            AttributeName.MIDDLE_NAME,
            AttributeName.FAMILY_NAME,
            AttributeName.ORGANIZATION_NAME);
    private static final Set<String> IDENTIFIERS = Set.of(
            AttributeName.PHONE,
            AttributeName.EMAIL,
            AttributeName.DEVICE,
            AttributeName.NATIONAL_ID,
            AttributeName.PASSPORT,
            AttributeName.DRIVERS_LICENCE,
            AttributeName.TAX_ID,
            AttributeName.BUSINESS_LICENCE,
            AttributeName.LOYALTY_CARD,
            AttributeName.OPEN_ID,
            AttributeName.UNION_ID,
            AttributeName.ACCOUNT);

    private final RecordMapping mapping;
    private final Set<String> byValues;

    private MappingDescription(RecordMapping mapping, Set<String> byValues) {
        this.mapping = mapping;
        this.byValues = byValues;
    }

    /**
     * The lines, joined by line feeds.
     *
     * @param columns the columns of the file
     * @param byValues the columns that were taken by their values
     */
    static String of(String fileName, List<String> columns, RecordMapping mapping, Set<String> byValues) {
        return new MappingDescription(mapping, byValues).of(fileName, columns);
    }

    private String of(String fileName, List<String> columns) {
        return String.join(
                "\n",
                fileName + ": no configuration, so inferred: a record is " + mapping.type() + ", " + id() + ", "
                        + time(),
                "  names        " + attributes(NAMES),
                "  identifiers  " + attributes(IDENTIFIERS),
                "  also         " + others(),
                "  no evidence  " + unused(columns));
    }

    private String id() {
        if (mapping.id().equals(Template.field(MappingInference.OFFSET))) {
            return "known by its place in the file, as no column is an id";
        }
        return "known by " + mapping.id() + (isByValues(mapping.id()) ? ", whose values are all distinct" : "");
    }

    private String time() {
        return mapping.observedAt().isEmpty() ? "as of the file's time" : "as of " + joined(mapping.observedAt());
    }

    private String others() {
        Set<String> rest = mapping.attributes().keySet().stream()
                .filter(attribute -> !NAMES.contains(attribute) && !IDENTIFIERS.contains(attribute))
                .filter(ColumnNames::isMeant)
                .collect(Collectors.toSet());
        String text = attributes(rest);
        return mapping.separator().isEmpty()
                ? text
                : text + "; several values in one field are told apart by " + mapping.separator();
    }

    private String attributes(Set<String> wanted) {
        String text = mapping.attributes().entrySet().stream()
                .filter(attribute -> wanted.contains(attribute.getKey()))
                .map(this::attribute)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "none" : text;
    }

    private String attribute(Map.Entry<String, List<Template>> attribute) {
        return attribute.getKey() + " ← " + joined(attribute.getValue());
    }

    private String joined(List<Template> templates) {
        return templates.stream()
                .map(template -> template + (isByValues(template) ? " (by its values)" : ""))
                .collect(Collectors.joining(" | "));
    }

    private boolean isByValues(Template template) {
        return byValues.containsAll(template.fields()) && !template.fields().isEmpty();
    }

    private String unused(List<String> columns) {
        List<Template> read = new ArrayList<>(mapping.observedAt());
        read.add(mapping.id());
        read.add(mapping.type());
        Stream.of(mapping.source(), mapping.sequence(), mapping.deleted())
                .filter(Objects::nonNull)
                .forEach(read::add);
        mapping.attributes().forEach((attribute, templates) -> {
            if (ColumnNames.isMeant(attribute)) {
                read.addAll(templates);
            }
        });
        Set<String> used =
                read.stream().flatMap(template -> template.fields().stream()).collect(Collectors.toSet());
        String text = columns.stream().filter(column -> !used.contains(column)).collect(Collectors.joining(", "));
        return text.isEmpty() ? "none" : text;
    }
}
