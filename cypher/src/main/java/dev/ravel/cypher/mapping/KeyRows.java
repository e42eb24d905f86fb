package dev.ravel.cypher.mapping;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierRole;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.resolver.store.KeyState;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Identifiers, {@code (:Identifier:Phone {key, value, size, …})}, and blocks, {@code (:Block {key, size, members, …})}.
 */
public final class KeyRows {
    private KeyRows() {}

    /** The row that creates an identifier if it is missing. */
    public static Map<String, @Nullable Object> identifier(SharedKey key) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("key", key.text());
        row.put("value", key.value());
        row.put("scope", key.scope().isEmpty() ? null : key.scope());
        row.put("label", key.identifierType().label());
        return row;
    }

    /** The row that writes the state of a key. */
    public static Map<String, @Nullable Object> state(KeyState state) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("key", state.key().text());
        row.put("size", state.size());
        row.put("suppressed", Rows.flag(state.suppressed()));
        row.put("overCap", Rows.flag(state.overCap()));
        return row;
    }

    /** The state in a row. */
    public static KeyState state(SharedKey key, Record row) {
        return new KeyState(
                key, row.get("size").asInt(), Rows.flag(row.get("suppressed")), Rows.flag(row.get("overCap")));
    }

    /** The row of an identifier that a record carries; the role is written unless it is the owner's. */
    public static Map<String, @Nullable Object> carried(SharedKey key, @Nullable Identifier identifier) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("key", key.text());
        row.put("relationship", key.identifierType().relationship());
        row.put(
                "role",
                identifier == null || identifier.role() == IdentifierRole.OWNER
                        ? null
                        : identifier.role().name());
        return row;
    }
}
