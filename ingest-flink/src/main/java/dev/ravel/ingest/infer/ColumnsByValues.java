package dev.ravel.ingest.infer;

import dev.ravel.model.record.AttributeName;
import dev.ravel.resolver.standardise.LegalForms;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What columns are whose names say nothing: by the shape of their values, or as the one column of birth dates. */
final class ColumnsByValues {
    /** Lists of organisations leave the legal form away of many names; of people hardly a name has one. */
    private static final double LEAST_FORMAL = 0.2;

    private ColumnsByValues() {}

    /**
     * The attributes of columns. One that a name gives already is given to no other column.
     *
     * @param unknown the columns whose names say nothing
     * @param values their values that are not blank, repeated as they are
     * @param named the attributes that names give
     * @param today the day after which nobody is born
     */
    static Map<String, String> attributes(
            List<String> unknown, Map<String, List<String>> values, Set<String> named, LocalDate today) {
        Map<String, String> found = new TreeMap<>();
        Set<String> names = Set.of(
                AttributeName.NAME,
                AttributeName.ORGANIZATION_NAME,
                AttributeName.GIVEN_NAME,
                AttributeName.FAMILY_NAME);
        if (Collections.disjoint(named, names)) {
            unknown.stream()
                    .filter(column -> areFormal(values.getOrDefault(column, List.of())))
                    .findFirst()
                    .ifPresent(column -> found.put(column, AttributeName.ORGANIZATION_NAME));
        }
        boolean ofOrganizations = !found.isEmpty() || areOrganizations(values, named);
        for (String column : unknown) {
            ValueShape.attributeOf(column, values.getOrDefault(column, List.of()))
                    .filter(attribute -> !named.contains(attribute))
                    .ifPresent(attribute -> found.putIfAbsent(column, attribute));
        }
        if (!ofOrganizations
                && !named.contains(AttributeName.BIRTH_DATE)
                && !found.containsValue(AttributeName.BIRTH_DATE)) {
            List<String> dates = unknown.stream()
                    .filter(column -> !ColumnNames.isWord(column) && !ValueShape.isOfSomebodyElse(column))
                    .filter(column -> values.getOrDefault(column, List.of()).size() >= ValueShape.LEAST_VALUES)
                    .filter(column -> BirthDates.fit(values.getOrDefault(column, List.of()), today))
                    .toList();
            // Of two such columns one may be the day of death, or of a wedding.
            if (dates.size() == 1) {
                found.put(dates.get(0), AttributeName.BIRTH_DATE);
            }
        }
        return Collections.unmodifiableMap(found);
    }

    /**
     * Whether a file holds organisations: no part of a person's name, and names of which a good part have a legal form.
     *
     * @param values those that are not blank, by attribute
     * @param named the attributes that names of columns give
     */
    static boolean areOrganizations(Map<String, List<String>> values, Set<String> named) {
        if (named.contains(AttributeName.GIVEN_NAME) || named.contains(AttributeName.FAMILY_NAME)) {
            return false;
        }
        boolean employed = named.contains(AttributeName.ORGANIZATION_NAME) || named.contains(AttributeName.EMPLOYER);
        if (!named.contains(AttributeName.NAME)) {
            return employed;
        }
        List<String> names = values.getOrDefault(AttributeName.NAME, List.of());
        int firms = values.getOrDefault(AttributeName.EMPLOYER, List.of()).size();
        return (employed && names.size() < firms / 2) || areFormal(names);
    }

    private static boolean areFormal(List<String> names) {
        long formal = names.stream().filter(LegalForms::areIn).count();
        return names.size() >= ValueShape.LEAST_VALUES && formal >= LEAST_FORMAL * names.size();
    }
}
