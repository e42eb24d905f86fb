package dev.ravel.resolver.clustering;

/**
 * Union-find over {@code 0 … n-1} on a primitive array. The representative of a set is its smallest element, so that it
 * does not depend on the order of unions. Paths are halved; unions cost O(log n) amortised. Not thread-safe.
 */
public final class DisjointSets {
    private final int[] parent;

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
        int rootA = find(a);
        int rootB = find(b);
        if (rootA == rootB) {
            return false;
        }
        parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
        return true;
    }
}
