package dev.ravel.resolver.comparison;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.standardise.NameToken;
import dev.ravel.resolver.standardise.OrganizationName;
import dev.ravel.resolver.standardise.PersonName;
import dev.ravel.resolver.standardise.StandardAddress;
import dev.ravel.resolver.standardise.StandardDate;
import dev.ravel.resolver.standardise.StandardLocation;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.standardise.StandardValues;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The standardised values of a record that a comparison looked at, as text for explanations. */
public final class ComparedValues {
    private static final String SEPARATOR = "; ";
    private static final String OTHER_TIME = "sameOtherTime";

    private ComparedValues() {}

    /**
     * The values; empty if there are none.
     *
     * @param level the level that held; where it is that of another time, the values have theirs
     * @param name which of the record's names agreed best, where it has any
     */
    public static String of(LiveRecord record, Comparison comparison, int level, int name) {
        boolean dated = comparison.levels().get(level - 1).equals(OTHER_TIME);
        StandardValues values = record.standard().values();
        return switch (comparison) {
            case FAMILY_NAME ->
                person(values, name)
                        .map(PersonName::family)
                        .map(ComparedValues::words)
                        .orElse("");
            case GIVEN_NAME ->
                person(values, name)
                        .map(PersonName::given)
                        .map(ComparedValues::words)
                        .orElse("");
            case NAME_ORDER ->
                person(values, name)
                        .map(person -> words(person.given()) + " " + words(person.family()))
                        .orElse("");
            case GENERATION ->
                person(values, name)
                        .map(person -> Integer.toString(person.generation()))
                        .orElse("");
            case ORGANIZATION_NAME -> organizations(values.organizations());
            case BIRTH_DATE, HOUSEHOLD ->
                values.birthDates().stream().map(StandardDate::text).collect(Collectors.joining(SEPARATOR));
            case GENDER -> values.gender().map(Enum::name).orElse("");
            case PHONE -> dated ? dated(record, IdentifierType.PHONE) : identifiers(record, IdentifierType.PHONE);
            case EMAIL -> dated ? dated(record, IdentifierType.EMAIL) : identifiers(record, IdentifierType.EMAIL);
            case ADDRESS -> addresses(values);
            case LOCATION ->
                values.locations().stream().map(StandardLocation::text).collect(Collectors.joining(SEPARATOR));
            case EMPLOYER ->
                values.employers().isEmpty()
                        ? identifiers(record, IdentifierType.EMAIL)
                        : organizations(values.employers());
            case DEVICE -> dated ? dated(record, IdentifierType.DEVICE) : identifiers(record, IdentifierType.DEVICE);
            case NATIONAL_ID -> identifiers(record, IdentifierType.NATIONAL_ID);
            case PASSPORT -> identifiers(record, IdentifierType.PASSPORT);
            case DRIVERS_LICENCE -> identifiers(record, IdentifierType.DRIVERS_LICENCE);
            case TAX_ID -> identifiers(record, IdentifierType.TAX_ID);
            case BUSINESS_LICENCE -> identifiers(record, IdentifierType.BUSINESS_LICENCE);
            case ACCOUNT ->
                identifiers(record, IdentifierType.UNION_ID, IdentifierType.OPEN_ID, IdentifierType.ACCOUNT);
            case LOYALTY_CARD -> identifiers(record, IdentifierType.LOYALTY_CARD);
            case WEBSITE -> identifiers(record, IdentifierType.WEBSITE);
            case ORIGIN -> String.join(SEPARATOR, values.origins());
            case OCCUPATION -> String.join(SEPARATOR, values.occupations());
        };
    }

    private static java.util.Optional<PersonName> person(StandardValues values, int name) {
        return name < values.people().size()
                ? java.util.Optional.of(values.people().get(name))
                : java.util.Optional.empty();
    }

    private static String words(List<NameToken> words) {
        return words.stream().map(NameToken::text).collect(Collectors.joining(" "));
    }

    private static String organizations(List<OrganizationName> names) {
        return names.stream()
                .map(name -> name.branch().isEmpty() ? name.core() : name.core() + " (" + name.branch() + ")")
                .collect(Collectors.joining(SEPARATOR));
    }

    private static String addresses(StandardValues values) {
        if (values.addresses().isEmpty()) {
            List<String> places = new ArrayList<>(values.cities());
            places.addAll(values.postcodes());
            return String.join(" ", places);
        }
        return values.addresses().stream().map(StandardAddress::value).collect(Collectors.joining(SEPARATOR));
    }

    /** The values with the first and the last day on which the record was observed with them. */
    private static String dated(LiveRecord record, IdentifierType type) {
        List<String> values = new ArrayList<>();
        StandardRecord standard = record.standard();
        for (int i = standard.first(type); i < standard.end(type); i++) {
            if (record.isEvidence(i)) {
                String first = day(standard.firstObserved(i));
                String last = day(standard.observedAt());
                values.add(standard.identifiers().get(i).value() + " (" + first
                        + (first.equals(last) ? "" : " to " + last) + ")");
            }
        }
        return String.join(SEPARATOR, values);
    }

    private static String day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String identifiers(LiveRecord record, IdentifierType... types) {
        List<String> values = new ArrayList<>();
        for (IdentifierType type : types) {
            for (int i = record.standard().first(type); i < record.standard().end(type); i++) {
                if (record.isEvidence(i)) {
                    values.add(record.standard().identifiers().get(i).value());
                }
            }
        }
        return String.join(SEPARATOR, values);
    }
}
