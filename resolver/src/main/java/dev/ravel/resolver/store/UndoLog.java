package dev.ravel.resolver.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How to take back the changes of one transaction to maps, newest first. */
final class UndoLog {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    /** Puts a value into a map. */
    <K, V> void put(Map<K, V> map, K key, V value) {
        @Nullable V before = map.put(key, value);
        steps.push(before == null ? () -> map.remove(key) : () -> map.put(key, before));
    }

    /** Removes a key from a map; a key that is not there is left alone. */
    <K, V> void remove(Map<K, V> map, K key) {
        @Nullable V before = map.remove(key);
        if (before != null) {
            steps.push(() -> map.put(key, before));
        }
    }

    /** Adds an element to the set under a key. */
    <K, E extends Comparable<E>> void add(Map<K, SortedSet<E>> index, K key, E element) {
        SortedSet<E> set = index.computeIfAbsent(key, absent -> new TreeSet<>());
        if (set.add(element)) {
            steps.push(() -> set.remove(element));
        }
    }

    /** Removes an element from the set under a key. */
    <K, E extends Comparable<E>> void discard(Map<K, SortedSet<E>> index, K key, E element) {
        @Nullable SortedSet<E> set = index.get(key);
        if (set != null && set.remove(element)) {
            steps.push(() -> set.add(element));
        }
    }

    /** Takes everything back. */
    void undo() {
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }
}
