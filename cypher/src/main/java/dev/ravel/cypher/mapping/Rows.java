package dev.ravel.cypher.mapping;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Keys as texts and back. An absent property stands for an empty set, because most sets are empty. */
public final class Rows {
    private Rows() {}

    /** The texts of record keys, in the given order. */
    public static List<String> records(Collection<RecordKey> keys) {
        return keys.stream().map(RecordKey::text).toList();
    }

    /** The texts of shared keys, in the given order. */
    public static List<String> shared(Collection<SharedKey> keys) {
        return keys.stream().map(SharedKey::text).toList();
    }

    /** The texts of shared keys in ascending order, or no property at all for none. */
    static @Nullable List<String> sharedOrNone(Set<SharedKey> keys) {
        return keys.isEmpty()
                ? null
                : keys.stream().map(SharedKey::text).sorted().toList();
    }

    /** A flag that is a property only if it is true. */
    static @Nullable Boolean flag(boolean value) {
        return value ? true : null;
    }

    static boolean flag(Value value) {
        return !value.isNull() && value.asBoolean();
    }

    static Set<SharedKey> shared(Value value) {
        return value.isNull()
                ? Set.of()
                : value.asList(Value::asString).stream().map(SharedKey::parse).collect(Collectors.toUnmodifiableSet());
    }

    static SortedSet<RecordKey> records(Value value) {
        SortedSet<RecordKey> keys = new TreeSet<>();
        texts(value).forEach(text -> keys.add(RecordKey.parse(text)));
        return keys;
    }

    static List<String> texts(Value value) {
        return value.isNull() ? List.of() : value.asList(Value::asString);
    }

    static String textOrEmpty(Value value) {
        return value.isNull() ? "" : value.asString();
    }
}
