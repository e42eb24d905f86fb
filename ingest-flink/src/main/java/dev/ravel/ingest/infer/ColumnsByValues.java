package dev.ravel.ingest.infer;

import dev.ravel.model.record.AttributeName;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What columns are whose names say nothing: by the shape of their values, or as the one column of birth dates. */
final class ColumnsByValues {
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
        for (String column : unknown) {
            ValueShape.attributeOf(column, values.getOrDefault(column, List.of()))
                    .filter(attribute -> !named.contains(attribute))
                    .ifPresent(attribute -> found.put(column, attribute));
        }
        if (!named.contains(AttributeName.BIRTH_DATE) && !found.containsValue(AttributeName.BIRTH_DATE)) {
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
}
