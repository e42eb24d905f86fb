package dev.ravel.resolver.store;

import static dev.ravel.resolver.store.GraphFixture.T0;
import static dev.ravel.resolver.store.GraphFixture.active;
import static dev.ravel.resolver.store.GraphFixture.entityId;
import static dev.ravel.resolver.store.GraphFixture.event;
import static dev.ravel.resolver.store.GraphFixture.golden;
import static dev.ravel.resolver.store.GraphFixture.key;
import static dev.ravel.resolver.store.GraphFixture.keys;
import static dev.ravel.resolver.store.GraphFixture.move;
import static dev.ravel.resolver.store.GraphFixture.retired;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.record.AttributeName;
import dev.ravel.resolver.settings.ResolutionDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What the parts of {@link ResolutionStoreContract} work with. Changes are built by hand, so nothing but the store is tested. */
interface StoreContract {
    /** The digest under which {@link #store} was opened. */
    ResolutionDigest DIGEST = new ResolutionDigest("0123abcd");

    /** The store, opened and without content. */
    ResolutionStore store();

    default void mergeBIntoA() {
        GraphChange.Builder change = new GraphChange.Builder();
        change.entities.add(
                active(entityId("a"), key("a").text(), 2, golden(AttributeName.NAME, "name of b", "b"), "a", "b"));
        change.entities.add(retired(entityId("b"), "b", 2, entityId("a")));
        change.memberships.add(move("b", entityId("b"), entityId("a")));
        change.events.add(event(entityId("a"), 2, EventType.MERGED, keys("a"), keys("a", "b")));
        change.events.add(event(entityId("b"), 2, EventType.RETIRED, keys("b"), keys()));
        commit(change);
    }

    /** Takes the locks that the protocol asks for, then writes. */
    default void commit(GraphChange.Builder builder) {
        GraphChange change = builder.build(T0);
        TreeSet<RecordKey> records = new TreeSet<>();
        change.records().forEach(write -> records.add(write.version().key()));
        change.history().forEach(write -> records.add(write.version().key()));
        change.seen().forEach(write -> records.add(write.key()));
        change.spans().forEach(write -> records.add(write.key()));
        change.masks().forEach(write -> records.add(write.key()));
        SortedMap<SharedKey, KeyMove> moves = new TreeMap<>();
        change.keys().forEach(state -> moves.put(state.key(), KeyMove.NONE));
        change.records().forEach(write -> {
            RecordKey record = write.version().key();
            KeyMove joining = new KeyMove(List.of(record), List.of());
            KeyMove leaving = new KeyMove(List.of(), List.of(record));
            write.attached().forEach(key -> moves.merge(key, joining, StoreContract::both));
            write.detached().forEach(key -> moves.merge(key, leaving, StoreContract::both));
        });
        store().inTransaction(transaction -> {
            transaction.lockRecords(records);
            transaction.lockKeys(moves);
            transaction.write(change);
            return true;
        });
    }

    private static KeyMove both(KeyMove one, KeyMove other) {
        List<RecordKey> joining = new ArrayList<>(one.joining());
        joining.addAll(other.joining());
        List<RecordKey> leaving = new ArrayList<>(one.leaving());
        leaving.addAll(other.leaving());
        return new KeyMove(joining, leaving);
    }

    default SortedMap<SharedKey, KeyMove> joining(String id, SharedKey... keys) {
        SortedMap<SharedKey, KeyMove> moves = new TreeMap<>();
        List.of(keys).forEach(key -> moves.put(key, new KeyMove(List.of(key(id)), List.of())));
        return moves;
    }

    default SortedMap<SharedKey, KeyMove> unmoved(SharedKey... keys) {
        SortedMap<SharedKey, KeyMove> moves = new TreeMap<>();
        List.of(keys).forEach(key -> moves.put(key, KeyMove.NONE));
        return moves;
    }

    default <E> List<E> readList(Function<ResolutionTransaction, List<E>> read) {
        return store().inTransaction(read);
    }

    default <K, V> Map<K, V> readMap(Function<ResolutionTransaction, ? extends Map<K, V>> read) {
        return store().inTransaction(read);
    }

    default <E> Optional<E> readOptional(Function<ResolutionTransaction, Optional<E>> read) {
        return store().inTransaction(read);
    }

    default List<RecordKey> carriers(SharedKey shared) {
        return readList(transaction -> transaction.carriers(Set.of(shared)).stream()
                .map(StoredRecord::key)
                .toList());
    }

    default SortedSet<String> components(String... ids) {
        TreeSet<String> names = new TreeSet<>();
        keys(ids).forEach(record -> names.add(record.text()));
        return names;
    }
}
