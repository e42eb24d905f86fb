package dev.ravel.ingest.infer;

import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.configuration.source.Template;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Infers a mapping from the names of columns. A pure function of them: the same header always gives the same mapping.
 */
public final class MappingInference {
    private static final int MAX_SOURCE_NAME = 64;

    /** What a record is known by where no column is an id: the byte at which it begins. */
    static final String OFFSET = "_offset";

    /** A sign that stands in no value of any attribute with a meaning, and that exports put between several. */
    private static final String SEPARATOR = "|";

    private final List<String> columns;
    private final TreeMap<String, List<Template>> attributes = new TreeMap<>();

    private MappingInference(List<String> columns) {
        this.columns = columns;
    }

    /**
     * The mapping of these columns. Columns of unknown meaning are kept as attributes that are no evidence. Columns that
     * have the names of the canonical form are read as that form.
     */
    public static RecordMapping infer(List<String> columns) {
        return CanonicalColumns.fit(columns)
                ? CanonicalColumns.mapping(columns, SEPARATOR)
                : new MappingInference(columns).mapping();
    }

    /** The name of the source that a file of this name holds: the file name without extension. */
    public static String sourceName(String fileName) {
        int dot = fileName.indexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        String name = stem.replaceAll("[:\\s\\p{Cntrl}]+", "_");
        return name.length() <= MAX_SOURCE_NAME ? name : name.substring(0, MAX_SOURCE_NAME);
    }

    private RecordMapping mapping() {
        for (String column : columns) {
            ColumnNames.attributeOf(column).ifPresent(attribute -> attributes
                    .computeIfAbsent(attribute, name -> new ArrayList<>())
                    .add(template(column)));
        }
        nobodyButTheRecipient(AttributeName.RECIPIENT_NAME, AttributeName.NAME, AttributeName.FAMILY_NAME);
        nobodyButTheRecipient(AttributeName.RECIPIENT_PHONE, AttributeName.PHONE, AttributeName.PHONE);
        birthDateOfParts();
        addressOfParts();
        locationOfParts();
        RecordType type = type();
        boolean person = type == RecordType.PERSON && attributes.containsKey(AttributeName.ORGANIZATION_NAME);
        if (person) {
            attributes.put(AttributeName.EMPLOYER, attributes.remove(AttributeName.ORGANIZATION_NAME));
        }
        List<Template> observedAt = new ArrayList<>();
        first(ColumnNames.UPDATED).ifPresent(column -> observedAt.add(template(column)));
        first(ColumnNames.CREATED).ifPresent(column -> observedAt.add(template(column)));
        return new RecordMapping(
                null,
                id(),
                first(ColumnNames.RECORD_TYPES)
                        .map(MappingInference::template)
                        .orElseGet(() -> Template.constant(type.name())),
                observedAt,
                null,
                first(ColumnNames.DELETED).map(MappingInference::template).orElse(null),
                attributes,
                SEPARATOR,
                true,
                List.of());
    }

    private Template id() {
        return first(ColumnNames.RECORD_IDS)
                .or(() -> columns.stream()
                        .filter(column -> ColumnNames.normalised(column).endsWith("id"))
                        .filter(column -> ColumnNames.attributeOf(column).isEmpty())
                        .findFirst())
                .map(MappingInference::template)
                .orElseGet(() -> Template.field(OFFSET));
    }

    private RecordType type() {
        boolean person = Set.of(AttributeName.GIVEN_NAME, AttributeName.FAMILY_NAME, AttributeName.BIRTH_DATE).stream()
                .anyMatch(attributes::containsKey);
        boolean named = attributes.containsKey(AttributeName.NAME);
        boolean organization = attributes.containsKey(AttributeName.ORGANIZATION_NAME);
        if (person || (named && organization)) {
            return RecordType.PERSON;
        }
        return organization ? RecordType.ORGANIZATION : RecordType.UNKNOWN;
    }

    private void birthDateOfParts() {
        Optional<String> year = first(List.of("year", "birthyear", "yearofbirth"));
        Optional<String> month = first(List.of("month", "birthmonth", "monthofbirth"));
        Optional<String> day = first(List.of("day", "birthday", "dayofbirth"));
        if (year.isPresent() && month.isPresent() && day.isPresent()) {
            attributes.put(
                    AttributeName.BIRTH_DATE,
                    List.of(Template.parse("{%s}-{%s}-{%s}".formatted(year.get(), month.get(), day.get()))));
        }
    }

    /** Streets with what stands around them are an address, unless a column holds it whole. */
    private void addressOfParts() {
        if (attributes.containsKey(AttributeName.ADDRESS)
                || first(ColumnNames.STREETS).isEmpty()) {
            return;
        }
        Map<String, String> byName =
                columns.stream().collect(Collectors.toMap(ColumnNames::normalised, column -> column, (a, b) -> a));
        String parts = ColumnNames.ADDRESS_PARTS.stream()
                .filter(byName::containsKey)
                .map(name -> '{' + byName.get(name) + '}')
                .collect(Collectors.joining(" "));
        attributes.put(AttributeName.ADDRESS, List.of(Template.parse(parts)));
    }

    /** Where no column is the customer's own, the recipient is the customer. */
    private void nobodyButTheRecipient(String recipients, String own, String ownInParts) {
        if (!attributes.containsKey(own) && !attributes.containsKey(ownInParts) && attributes.containsKey(recipients)) {
            attributes.put(own, attributes.remove(recipients));
        }
    }

    /** A latitude and a longitude of one datum are a place. */
    private void locationOfParts() {
        ColumnNames.DATUMS.forEach((word, prefix) -> {
            Optional<String> latitude = first(with(word, ColumnNames.LATITUDES));
            Optional<String> longitude = first(with(word, ColumnNames.LONGITUDES));
            if (latitude.isPresent() && longitude.isPresent()) {
                attributes
                        .computeIfAbsent(AttributeName.LOCATION, name -> new ArrayList<>())
                        .add(Template.parse("%s{%s!},{%s!}".formatted(prefix, latitude.get(), longitude.get())));
            }
        });
    }

    private static List<String> with(String word, List<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(word + name, name + word))
                .distinct()
                .toList();
    }

    private Optional<String> first(List<String> names) {
        return names.stream()
                .flatMap(name -> columns.stream()
                        .filter(column -> ColumnNames.normalised(column).equals(name)))
                .findFirst();
    }

    private static Template template(String column) {
        return Template.field(column);
    }
}
