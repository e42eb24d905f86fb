package dev.ravel.cypher.mapping;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierRole;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.resolver.store.KeyMove;
import dev.ravel.resolver.store.KeyState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Identifiers, {@code (:Identifier:Phone {key, value, size, …})}, and blocks, {@code (:Block {key, size, members, …})}.
 */
public final class KeyRows {
    /**
     * How many members a block holds in its packed list; further ones are linked. Most blocks are small, and a list
     * costs no element; a long list would be rewritten whole with every member.
     */
    public static final int PACKED_MEMBERS = 16;

    private static final int SUPPRESSED = 1;
    private static final int OVER_CAP = 2;

    private KeyRows() {}

    /** The row that locks an identifier, and creates it if it is missing. */
    public static List<@Nullable Object> lockIdentifier(SharedKey key, KeyMove move) {
        return Arrays.asList(
                key.text(),
                move.growth(),
                key.identifierType().label(),
                key.value(),
                key.scope().isEmpty() ? null : key.scope());
    }

    /** The row that locks a block, creates it if it is missing, and packs the records that join it. */
    public static List<Object> lockBlock(SharedKey key, KeyMove move, KeyGeneration generation) {
        return List.of(generation.node(key), move.growth(), Rows.records(move.joining()));
    }

    /**
     * The state that a locked key has.
     *
     * @param flags as the statements that lock give them
     * @param ruling empty for none
     */
    public static KeyState locked(SharedKey key, int size, int flags, String ruling) {
        return new KeyState(
                key,
                size,
                (flags & SUPPRESSED) != 0,
                (flags & OVER_CAP) != 0,
                ruling.isEmpty() ? IdentifierRuling.NONE : IdentifierRuling.valueOf(ruling));
    }

    /** The properties that are the state of a key; those that are null are removed. */
    public static Map<String, @Nullable Object> properties(KeyState state) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("size", state.size());
        properties.put("suppressed", Rows.flag(state.suppressed()));
        properties.put("overCap", Rows.flag(state.overCap()));
        properties.put(
                "ruling",
                state.ruling() == IdentifierRuling.NONE ? null : state.ruling().name());
        return properties;
    }

    /** The state in a row. */
    public static KeyState state(SharedKey key, Record row) {
        return new KeyState(
                key,
                row.get("size").asInt(),
                Rows.flag(row.get("suppressed")),
                Rows.flag(row.get("overCap")),
                row.get("ruling").isNull()
                        ? IdentifierRuling.NONE
                        : IdentifierRuling.valueOf(row.get("ruling").asString()));
    }

    /** The row of an identifier that a record carries, by the identifier's internal id; the role is written unless it is the owner's. */
    public static Map<String, @Nullable Object> carried(SharedKey key, long node, @Nullable Identifier identifier) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("node", node);
        row.put("relationship", key.identifierType().relationship());
        row.put("role", role(identifier));
        return row;
    }

    /** The role in which a record carries an identifier, null for the owner's. */
    public static @Nullable String role(@Nullable Identifier identifier) {
        return identifier == null || identifier.role() == IdentifierRole.OWNER
                ? null
                : identifier.role().name();
    }
}
