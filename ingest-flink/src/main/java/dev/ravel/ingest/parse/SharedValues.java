package dev.ravel.ingest.parse;

import java.util.List;

/**
 * Short values of attributes that were read lately, so that records that say the same share one list and one text: a gender, a
 * city, a birth date, the phone of the row before. Each value has one place, where the last value with that place stays. Bounded
 * in memory. Not thread-safe.
 */
final class SharedValues {
    private static final int MAX_LENGTH = 32;
    private static final int PLACES = 1 << 15;

    private final List<String>[] places = lists();

    /** The values of an attribute, or an equal list that was given before. Only single short values are shared. */
    List<String> shared(List<String> values) {
        if (values.size() != 1) {
            return values;
        }
        String value = values.get(0);
        if (value.length() > MAX_LENGTH) {
            return values;
        }
        int hash = value.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
        List<String> known = places[place];
        if (known == null || !known.get(0).equals(value)) {
            known = List.copyOf(values);
            places[place] = known;
        }
        return known;
    }

    @SuppressWarnings("unchecked")
    private static List<String>[] lists() {
        return (List<String>[]) new List<?>[PLACES];
    }
}
