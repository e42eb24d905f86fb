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

    private MappingDescription() {}

    /**
     * The lines, joined by line feeds.
     *
     * @param columns the columns of the file
     */
    static String of(String fileName, List<String> columns, RecordMapping mapping) {
        return String.join(
                "\n",
                fileName + ": no configuration, so inferred: a record is " + mapping.type() + ", " + id(mapping) + ", "
                        + time(mapping),
                "  names        " + attributes(mapping, NAMES),
                "  identifiers  " + attributes(mapping, IDENTIFIERS),
                "  also         " + others(mapping),
                "  no evidence  " + unused(columns, mapping));
    }

    private static String id(RecordMapping mapping) {
        return mapping.id().equals(Template.field(MappingInference.OFFSET))
                ? "known by its place in the file, as no column is an id"
                : "known by " + mapping.id();
    }

    private static String time(RecordMapping mapping) {
        return mapping.observedAt().isEmpty() ? "as of the file's time" : "as of " + joined(mapping.observedAt());
    }

    private static String others(RecordMapping mapping) {
        Set<String> rest = mapping.attributes().keySet().stream()
                .filter(attribute -> !NAMES.contains(attribute) && !IDENTIFIERS.contains(attribute))
                .filter(ColumnNames::isMeant)
                .collect(Collectors.toSet());
        String text = attributes(mapping, rest);
        return mapping.separator().isEmpty()
                ? text
                : text + "; several values in one field are told apart by " + mapping.separator();
    }

    private static String attributes(RecordMapping mapping, Set<String> wanted) {
        String text = mapping.attributes().entrySet().stream()
                .filter(attribute -> wanted.contains(attribute.getKey()))
                .map(MappingDescription::attribute)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "none" : text;
    }

    private static String attribute(Map.Entry<String, List<Template>> attribute) {
        return attribute.getKey() + " ← " + joined(attribute.getValue());
    }

    private static String joined(List<Template> templates) {
        return templates.stream().map(Template::toString).collect(Collectors.joining(" | "));
    }

    private static String unused(List<String> columns, RecordMapping mapping) {
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
