package dev.ravel.resolver.clustering;

/**
 * Union-find over {@code 0 … n-1} on a primitive array. The representative of a set is its smallest element, so that it
 * does not depend on the order of unions. Not thread-safe.
 *
 * <p>Unions splice: they climb from both elements at once, always on the side that is larger, and stop where the ways meet,
 * which for two elements of one set is mostly before the root. Rem's algorithm, in Dijkstra, "A Discipline of Programming"
 * (1976); Patwary, Blair and Manne, "Experiments on Union-Find Algorithms for the Disjoint-Set Data Structure" (2010) find
 * it the fastest. Finding halves paths; both cost O(log n) amortised.
 */
public final class DisjointSets {
    /** So many edges are touched ahead: enough to have several misses of the caches under way at once. */
    private static final int AHEAD = 64;

    private final int[] parent;

    /** What touching ahead has read; never asked for, but without it the compiler would leave the reads out. */
    private int touched;

    /** {@code n} sets of one element each. */
    public DisjointSets(int n) {
        parent = new int[n];
        for (int i = 0; i < n; i++) {
            parent[i] = i;
        }
    }

    /** The smallest element of the set that holds {@code x}. */
    public int find(int x) {
        int at = x;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Joins two sets; says whether they were different. */
    public boolean union(int a, int b) {
        int x = a;
        int y = b;
        while (parent[x] != parent[y]) {
            if (parent[x] < parent[y]) {
                int above = parent[y];
                parent[y] = parent[x];
                if (above == y) {
                    return true;
                }
                y = above;
            } else {
                int above = parent[x];
                parent[x] = parent[y];
                if (above == x) {
                    return true;
                }
                x = above;
            }
        }
        return false;
    }

    /**
     * Joins the sets of the two ends of each edge. Faster than {@link #union} one by one where elements are many and their
     * order is none: the places of an edge are read ahead, so that memory is waited for many times at once.
     *
     * @param from one end of each edge
     * @param to the other
     * @param count how many edges there are
     * @return how many sets were joined to another one
     */
    public int unionAll(int[] from, int[] to, int count) {
        int joined = 0;
        for (int start = 0; start < count; start += AHEAD) {
            int end = Math.min(count, start + AHEAD);
            int read = touched;
            for (int edge = start; edge < end; edge++) {
                read ^= parent[from[edge]] ^ parent[to[edge]];
            }
            touched = read;
            for (int edge = start; edge < end; edge++) {
                joined += union(from[edge], to[edge]) ? 1 : 0;
            }
        }
        return joined;
    }
}
