package dev.ravel.model.record;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a record, names ascending, in two arrays: a record has few, and there are millions of records. Immutable.
 * A name is found by looking through all.
 */
final class AttributeMap extends AbstractMap<String, List<String>> implements SortedMap<String, List<String>> {
    /** The last names of each hash: most records of a source have the same ones, and share one array of them. */
    private static final AtomicReferenceArray<String[]> SHARED_NAMES = new AtomicReferenceArray<>(1 << 12);

    private final String[] names;
    private final List<String>[] values;

    private AttributeMap(String[] names, List<String>[] values) {
        this.names = shared(names);
        this.values = values;
    }

    /**
     * The attributes that have values, without those that are blank.
     *
     * @throws IllegalArgumentException if the name of an attribute is blank
     */
    static AttributeMap withoutBlanks(SortedMap<String, List<String>> given) {
        if (given instanceof AttributeMap without) {
            return without;
        }
        Map<String, List<String>> ascending = given.comparator() == null ? given : ascending(given);
        String[] names = new String[ascending.size()];
        List<String>[] values = lists(names.length);
        int size = 0;
        for (Map.Entry<String, List<String>> attribute : ascending.entrySet()) {
            if (attribute.getKey().isBlank()) {
                throw new IllegalArgumentException("an attribute has a blank name");
            }
            List<String> present = present(attribute.getValue());
            if (!present.isEmpty()) {
                names[size] = attribute.getKey();
                values[size++] = present;
            }
        }
        return size == names.length
                ? new AttributeMap(names, values)
                : new AttributeMap(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
    }

    /** An array of the same names that another record has, or the given one. Two threads may keep two of them. */
    private static String[] shared(String[] names) {
        int hash = Arrays.hashCode(names);
        int place = (hash ^ (hash >>> 16)) & (SHARED_NAMES.length() - 1);
        String[] known = SHARED_NAMES.get(place);
        if (known != null && Arrays.equals(known, names)) {
            return known;
        }
        SHARED_NAMES.set(place, names);
        return names;
    }

    private static Map<String, List<String>> ascending(Map<String, List<String>> given) {
        Map<String, List<String>> ascending = new TreeMap<>();
        ascending.putAll(given);
        return ascending;
    }

    private static List<String> present(List<String> given) {
        for (String value : given) {
            if (value.isBlank()) {
                List<String> present = new ArrayList<>(given);
                present.removeIf(String::isBlank);
                return List.copyOf(present);
            }
        }
        return List.copyOf(given);
    }

    @SuppressWarnings("unchecked")
    private static List<String>[] lists(int length) {
        return (List<String>[]) new List<?>[length];
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public @Nullable List<String> get(@Nullable Object name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super List<String>> action) {
        for (int i = 0; i < names.length; i++) {
            action.accept(names[i], values[i]);
        }
    }

    @Override
    public Set<Map.Entry<String, List<String>>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.length;
            }

            @Override
            public Iterator<Map.Entry<String, List<String>>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < names.length;
                    }

                    @Override
                    public Map.Entry<String, List<String>> next() {
                        if (!hasNext()) {
                            throw new NoSuchElementException("there are no more attributes");
                        }
                        return Map.entry(names[next], values[next++]);
                    }
                };
            }
        };
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public String firstKey() {
        return key(0);
    }

    @Override
    public String lastKey() {
        return key(names.length - 1);
    }

    private String key(int index) {
        if (names.length == 0) {
            throw new NoSuchElementException("there are no attributes");
        }
        return names[index];
    }

    @Override
    public SortedMap<String, List<String>> headMap(String to) {
        return range(0, place(to));
    }

    @Override
    public SortedMap<String, List<String>> tailMap(String from) {
        return range(place(from), names.length);
    }

    @Override
    public SortedMap<String, List<String>> subMap(String from, String to) {
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException(from + " is after " + to);
        }
        return range(place(from), place(to));
    }

    /** How many names are before this one. */
    private int place(String name) {
        int found = Arrays.binarySearch(names, name);
        return found < 0 ? -found - 1 : found;
    }

    private AttributeMap range(int from, int to) {
        return new AttributeMap(Arrays.copyOfRange(names, from, to), Arrays.copyOfRange(values, from, to));
    }
}
