package dev.ravel.cypher.store;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.KeyState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers and blocks that a transaction has locked: their internal ids, what the graph says of them since, and the
 * records that still have to be linked to a large block. Good for one transaction only. Not thread-safe.
 */
final class LockedKeys {
    private record Locked(long node, KeyState state) {}

    private final Map<SharedKey, Locked> keys = new HashMap<>();
    private final SortedMap<SharedKey, List<RecordKey>> toLink = new TreeMap<>();

    /** Notes a key and the state that the graph has now. */
    void add(SharedKey key, long node, KeyState state) {
        keys.put(key, new Locked(node, state));
    }

    /** Notes records that join a block and did not fit into its packed list. */
    void addToLink(SharedKey block, List<RecordKey> records) {
        toLink.computeIfAbsent(block, any -> new ArrayList<>()).addAll(records);
    }

    /** The records to link, by block; they are forgotten here. */
    SortedMap<SharedKey, List<RecordKey>> takeToLink() {
        SortedMap<SharedKey, List<RecordKey>> taken = new TreeMap<>(toLink);
        toLink.clear();
        return taken;
    }

    /** The internal id of a key. */
    long node(SharedKey key) {
        return locked(key).node();
    }

    /** Notes the state that a key gets; returns whether it is another than the graph has. */
    boolean changes(KeyState state) {
        Locked known = locked(state.key());
        if (known.state().equals(state)) {
            return false;
        }
        keys.put(state.key(), new Locked(known.node(), state));
        return true;
    }

    private Locked locked(SharedKey key) {
        @Nullable Locked known = keys.get(key);
        if (known == null) {
            throw new ResolutionException(
                    ErrorCode.BROKEN_INVARIANT, key + " is written without a lock; this is a fault of the program");
        }
        return known;
    }
}
