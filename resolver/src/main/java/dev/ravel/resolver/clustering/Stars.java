package dev.ravel.resolver.clustering;

import java.util.Arrays;

/**
 * The connected components of edges between elements of any 64-bit numbers, as stars: each element tied to the smallest of
 * its component. For edges that are gathered first; 16 bytes an edge and 20 a distinct element. Not thread-safe.
 */
public final class Stars {
    private static final int FIRST_CAPACITY = 1024;

    private long[] from = new long[FIRST_CAPACITY];
    private long[] to = new long[FIRST_CAPACITY];
    private int count;

    /** Takes an element and the smallest one of its component. */
    @FunctionalInterface
    public interface StarConsumer {
        void accept(long element, long smallest);
    }

    /** Adds an edge. */
    public void add(long a, long b) {
        if (count == from.length) {
            int capacity = Math.multiplyExact(count, 2);
            from = Arrays.copyOf(from, capacity);
            to = Arrays.copyOf(to, capacity);
        }
        from[count] = a;
        to[count++] = b;
    }

    /** How many edges there are. */
    public int edges() {
        return count;
    }

    /** Gives each element that is not the smallest of its component, ascending. O(edges · log edges). */
    public void forEach(StarConsumer consumer) {
        long[] elements = elements();
        int[] ends = new int[count];
        int[] others = new int[count];
        for (int edge = 0; edge < count; edge++) {
            ends[edge] = Arrays.binarySearch(elements, from[edge]);
            others[edge] = Arrays.binarySearch(elements, to[edge]);
        }
        DisjointSets sets = new DisjointSets(elements.length);
        sets.unionAll(ends, others, count);
        for (int i = 0; i < elements.length; i++) {
            int smallest = sets.find(i);
            if (smallest != i) {
                consumer.accept(elements[i], elements[smallest]);
            }
        }
    }

    /** The distinct elements, ascending. */
    private long[] elements() {
        long[] all = new long[Math.multiplyExact(count, 2)];
        System.arraycopy(from, 0, all, 0, count);
        System.arraycopy(to, 0, all, count, count);
        Arrays.sort(all);
        int distinct = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[distinct++] = all[i];
            }
        }
        return Arrays.copyOf(all, distinct);
    }
}
