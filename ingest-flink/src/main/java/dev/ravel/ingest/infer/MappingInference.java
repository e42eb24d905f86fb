package dev.ravel.ingest.infer;

import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.configuration.source.Template;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Infers a mapping from the names of columns, and for names that say nothing from what {@link ValueShape} makes of their
 * values. A pure function of both.
 */
public final class MappingInference {
    private static final int MAX_SOURCE_NAME = 64;

    /** What a record is known by where no column is an id: the byte at which it begins. */
    static final String OFFSET = "_offset";

    /** A sign that stands in no value of any attribute with a meaning, and that exports put between several. */
    private static final String SEPARATOR = "|";

    private static final Pattern NUMBERED_NAME = Pattern.compile("(?i)name[ _]?\\d");

    private final List<String> columns;
    private final ColumnNames names;
    private final Map<String, String> byValues;
    private final TreeMap<String, List<Template>> attributes = new TreeMap<>();

    private MappingInference(List<String> columns, Map<String, String> byValues) {
        this.columns = columns;
        this.names = new ColumnNames(columns);
        this.byValues = byValues;
    }

    /**
     * The mapping of these columns. Columns of unknown meaning are kept as attributes that are no evidence. Columns that
     * have the names of the canonical form are read as that form.
     */
    public static RecordMapping infer(List<String> columns) {
        return infer(columns, Map.of());
    }

    /**
     * The same with columns whose names say nothing and whose values do.
     *
     * @param byValues column → attribute, or {@link ColumnNames#RECORD_ID}
     */
    static RecordMapping infer(List<String> columns, Map<String, String> byValues) {
        return CanonicalColumns.fit(columns)
                ? CanonicalColumns.mapping(columns, SEPARATOR)
                : new MappingInference(columns, byValues).mapping();
    }

    /** The columns of which their names do not say what they mean, in their order. */
    static List<String> unknown(List<String> columns) {
        if (CanonicalColumns.fit(columns)) {
            return List.of();
        }
        RecordMapping mapping = infer(columns);
        List<Template> read = new ArrayList<>(mapping.observedAt());
        read.add(mapping.id());
        read.add(mapping.type());
        Stream.of(mapping.sequence(), mapping.deleted())
                .filter(Objects::nonNull)
                .forEach(read::add);
        mapping.attributes().values().forEach(read::addAll);
        Set<String> known =
                read.stream().flatMap(template -> template.fields().stream()).collect(Collectors.toSet());
        return columns.stream()
                .filter(column -> !column.isBlank() && !known.contains(column))
                .toList();
    }

    /** The columns that are names, of whom they do not say. */
    static List<String> nameColumns(List<String> columns) {
        ColumnNames names = new ColumnNames(columns);
        Set<String> meanings = Set.of(AttributeName.NAME, AttributeName.ORGANIZATION_NAME);
        return columns.stream()
                .filter(column ->
                        names.attributeOf(column).filter(meanings::contains).isPresent())
                .toList();
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
            Optional<String> byName = names.attributeOf(column);
            Optional<String> byValue = Optional.ofNullable(byValues.get(column)).filter(ColumnNames::isMeant);
            boolean ofOrganizations = byName.equals(Optional.of(AttributeName.NAME))
                    && byValue.equals(Optional.of(AttributeName.ORGANIZATION_NAME));
            (ofOrganizations ? byValue : byName.or(() -> byValue))
                    .ifPresent(attribute -> add(attribute, valueOf(attribute, column)));
        }
        namesInNumberedColumns();
        nobodyButTheRecipient(AttributeName.RECIPIENT_NAME, AttributeName.NAME, AttributeName.FAMILY_NAME);
        nobodyButTheRecipient(AttributeName.RECIPIENT_PHONE, AttributeName.PHONE, AttributeName.PHONE);
        familyNameOfParts();
        birthDateOfParts();
        addressOfParts();
        locationOfParts();
        Optional<String> typeColumn = names.first(ColumnNames.RECORD_TYPE);
        RecordType type = type();
        if (type == RecordType.ORGANIZATION) {
            ofOrganizations();
        }
        List<Template> organizations = attributes.get(AttributeName.ORGANIZATION_NAME);
        if (organizations != null && type == RecordType.PERSON && typeColumn.isEmpty()) {
            attributes.remove(AttributeName.ORGANIZATION_NAME);
            organizations.forEach(template -> add(AttributeName.EMPLOYER, template));
        }
        List<Template> observedAt = new ArrayList<>();
        names.first(ColumnNames.UPDATED).ifPresent(column -> observedAt.add(template(column)));
        names.first(ColumnNames.CREATED).ifPresent(column -> observedAt.add(template(column)));
        return new RecordMapping(
                null,
                id(),
                typeColumn.map(MappingInference::template).orElseGet(() -> Template.constant(type.name())),
                observedAt,
                null,
                names.first(ColumnNames.DELETED).map(MappingInference::template).orElse(null),
                attributes,
                SEPARATOR,
                true,
                List.of());
    }

    private Template id() {
        return names.first(ColumnNames.RECORD_ID)
                .or(() -> columns.stream()
                        .filter(ColumnNames::endsInId)
                        .filter(column -> names.attributeOf(column).isEmpty())
                        .findFirst())
                .or(() -> columns.stream()
                        .filter(column -> ColumnNames.RECORD_ID.equals(byValues.get(column)))
                        .findFirst())
                .map(MappingInference::template)
                .orElseGet(() -> Template.field(OFFSET));
    }

    private RecordType type() {
        boolean named = attributes.containsKey(AttributeName.NAME);
        boolean organization = attributes.containsKey(AttributeName.ORGANIZATION_NAME);
        boolean person = Set.of(AttributeName.GIVEN_NAME, AttributeName.FAMILY_NAME, AttributeName.BIRTH_DATE).stream()
                .anyMatch(attributes::containsKey);
        if (!person && organization && byValues.containsValue(AttributeName.ORGANIZATION_NAME)) {
            return RecordType.ORGANIZATION;
        }
        if (person || (named && organization)) {
            return RecordType.PERSON;
        }
        return organization ? RecordType.ORGANIZATION : RecordType.UNKNOWN;
    }

    /** What only organisations have: a day of foundation, a country, and numbers in registers. */
    private void ofOrganizations() {
        if (!attributes.containsKey(AttributeName.BIRTH_DATE)) {
            names.first(ColumnNames.FOUNDED).ifPresent(column -> add(AttributeName.BIRTH_DATE, template(column)));
        }
        if (!attributes.containsKey(AttributeName.ORIGIN)) {
            names.first(ColumnNames.COUNTRY).ifPresent(column -> add(AttributeName.ORIGIN, template(column)));
        }
        names.all(ColumnNames.REGISTER_NUMBER).forEach(column -> add(AttributeName.BUSINESS_LICENCE, template(column)));
    }

    /** Several columns of one name and a number each are the parts of one name: {@code Name 1}, {@code Name 2}. */
    private void namesInNumberedColumns() {
        List<String> parts = columns.stream()
                .filter(column -> NUMBERED_NAME.matcher(column).matches())
                .sorted()
                .toList();
        List<Template> apart = parts.stream().map(MappingInference::template).toList();
        for (String attribute : List.of(AttributeName.NAME, AttributeName.ORGANIZATION_NAME)) {
            List<Template> found = attributes.getOrDefault(attribute, List.of());
            if (parts.size() > 1 && found.containsAll(apart)) {
                found.removeAll(apart);
                found.add(0, Template.parse("{" + String.join("} {", parts) + "}"));
            }
        }
    }

    /** A Spanish family name is a father's and a mother's. */
    private void familyNameOfParts() {
        names.first(ColumnNames.SECOND_FAMILY_NAME)
                .ifPresent(second -> attributes.computeIfPresent(AttributeName.FAMILY_NAME, (name, found) -> {
                    List<Template> whole = new ArrayList<>(found);
                    String first = whole.get(0).fields().get(0);
                    whole.set(0, Template.parse("{%s} {%s}".formatted(first, second)));
                    return whole;
                }));
    }

    /**
     * Year, month and day are a birth date. Beside a column that holds it whole they are one only if they say so: a year
     * alone may be that of anything.
     */
    private void birthDateOfParts() {
        Optional<String> year = first(ColumnNames.YEARS);
        Optional<String> month = first(ColumnNames.MONTHS);
        Optional<String> day = first(ColumnNames.DAYS);
        if (year.isEmpty() || month.isEmpty() || day.isEmpty()) {
            return;
        }
        attributes.computeIfPresent(AttributeName.BIRTH_DATE, (name, whole) -> {
            whole.remove(template(day.get()));
            return whole.isEmpty() ? null : whole;
        });
        if (!attributes.containsKey(AttributeName.BIRTH_DATE)
                || names.first(ColumnNames.YEARS.get(0)).equals(year)) {
            add(
                    AttributeName.BIRTH_DATE,
                    Template.parse("{%s}-{%s}-{%s}".formatted(year.get(), month.get(), day.get())));
        }
    }

    /**
     * Streets with what stands around them are an address. Beside a column that holds it whole they are one where there
     * is a street; what repeats the whole one is dropped when the record is standardised.
     */
    private void addressOfParts() {
        Optional<String> street = names.first(ColumnNames.STREET);
        if (street.isEmpty()) {
            return;
        }
        boolean besideWhole = attributes.containsKey(AttributeName.ADDRESS);
        String parts = ColumnNames.ADDRESS_PARTS.stream()
                .flatMap(names::all)
                .map(column -> '{' + column + (besideWhole && column.equals(street.get()) ? "!}" : "}"))
                .collect(Collectors.joining(" "));
        add(AttributeName.ADDRESS, Template.parse(parts));
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
            Optional<String> latitude = names.ofDatum(word, ColumnNames.LATITUDE);
            Optional<String> longitude = names.ofDatum(word, ColumnNames.LONGITUDE);
            if (latitude.isPresent() && longitude.isPresent()) {
                add(
                        AttributeName.LOCATION,
                        Template.parse("%s{%s!},{%s!}".formatted(prefix, latitude.get(), longitude.get())));
            }
        });
    }

    private Optional<String> first(List<String> meanings) {
        return meanings.stream().flatMap(names::all).findFirst();
    }

    private void add(String attribute, Template template) {
        attributes.computeIfAbsent(attribute, name -> new ArrayList<>()).add(template);
    }

    /** A column's value; of a document's number with the country or state beside it that gave the document out. */
    private Template valueOf(String attribute, String column) {
        if (!ColumnNames.DOCUMENTS.contains(attribute)) {
            return template(column);
        }
        return names.named(ColumnNames.issuersOf(column))
                .map(issuer -> Template.parse("{%s}/{%s!}".formatted(issuer, column)))
                .orElseGet(() -> template(column));
    }

    private static Template template(String column) {
        return Template.field(column);
    }
}
