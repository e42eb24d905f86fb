package dev.ravel.resolver.clustering;

import dev.ravel.resolver.clustering.LinkGraph.Part;
import java.util.BitSet;
import java.util.List;

/**
 * Divides a part that holds units in conflict: clusters grow from single units, never joining two in conflict.
 *
 * <p>The two clusters whose links to each other weigh most in sum are joined first; ties go to the smallest pair. A join
 * is contested if one of the two could also join a cluster that is in conflict with the other: it is then a bridging
 * record between two sides. Contested joins wait until no other is left, so that the sides are complete when it is
 * decided. Then the one with the greatest sum is made whose sum leads that of each rival join by the required margin;
 * joins without that lead are never made, and the bridging record stays alone.
 *
 * <p>The result does not depend on the order of records or links, because ties are settled by record keys. O(n³/64)
 * time in the worst case and O(n²) memory for a part of n units; the size guard bounds n.
 */
final class ConflictGuard {
    private final Part part;
    private final double leadRequired;
    private final int n;
    private final double[][] sum;
    private final BitSet[] linked;
    private final BitSet[] conflicting;
    private final BitSet alive;

    /** The clusters that a part falls into. */
    static List<Part> cut(LinkGraph graph, Part part, Conflicts conflicts, double leadRequired) {
        ConflictGuard guard = new ConflictGuard(graph, part, conflicts, leadRequired);
        DisjointSets sets = new DisjointSets(graph.units().count());
        guard.joinAll(sets);
        return graph.divided(part, sets, null);
    }

    private ConflictGuard(LinkGraph graph, Part part, Conflicts conflicts, double leadRequired) {
        this.part = part;
        this.leadRequired = leadRequired;
        this.n = part.units.length;
        this.sum = new double[n][n];
        this.linked = new BitSet[n];
        this.conflicting = new BitSet[n];
        this.alive = new BitSet(n);
        int[] position = new int[graph.units().count()];
        for (int i = 0; i < n; i++) {
            position[part.units[i]] = i;
            linked[i] = new BitSet(n);
            conflicting[i] = new BitSet(n);
            alive.set(i);
        }
        for (int link : part.links) {
            int a = position[graph.from(link)];
            int b = position[graph.to(link)];
            sum[a][b] += graph.weight(link);
            sum[b][a] = sum[a][b];
            linked[a].set(b);
            linked[b].set(a);
        }
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                if (conflicts.between(part.units[a], part.units[b]).isPresent()) {
                    conflicting[a].set(b);
                    conflicting[b].set(a);
                }
            }
        }
    }

    private void joinAll(DisjointSets sets) {
        while (true) {
            long join = bestJoin(false);
            if (join < 0) {
                join = bestJoin(true);
            }
            if (join < 0) {
                return;
            }
            int a = (int) (join / n);
            int b = (int) (join % n);
            sets.union(part.units[a], part.units[b]);
            absorb(a, b);
        }
    }

    /** The join to make next, as {@code a * n + b} with a &lt; b; negative if there is none. */
    private long bestJoin(boolean contested) {
        long best = -1;
        double bestSum = Double.NEGATIVE_INFINITY;
        for (int a = alive.nextSetBit(0); a >= 0; a = alive.nextSetBit(a + 1)) {
            for (int b = linked[a].nextSetBit(a + 1); b >= 0; b = linked[a].nextSetBit(b + 1)) {
                if (sum[a][b] > bestSum && !conflicting[a].get(b) && isContested(a, b) == contested) {
                    if (!contested || leads(a, b)) {
                        best = (long) a * n + b;
                        bestSum = sum[a][b];
                    }
                }
            }
        }
        return best;
    }

    private boolean isContested(int a, int b) {
        return hasRival(a, b) || hasRival(b, a);
    }

    private boolean hasRival(int a, int b) {
        return linked[a].intersects(conflicting[b]) && !rivals(a, b).isEmpty();
    }

    /** The clusters that {@code a} could join instead of {@code b}, and which are in conflict with {@code b}. */
    private BitSet rivals(int a, int b) {
        BitSet rivals = (BitSet) linked[a].clone();
        rivals.and(conflicting[b]);
        rivals.andNot(conflicting[a]);
        return rivals;
    }

    private boolean leads(int a, int b) {
        return leadsAll(sum[a][b], a, rivals(a, b)) && leadsAll(sum[a][b], b, rivals(b, a));
    }

    private boolean leadsAll(double weight, int cluster, BitSet rivals) {
        for (int rival = rivals.nextSetBit(0); rival >= 0; rival = rivals.nextSetBit(rival + 1)) {
            double lead = weight - sum[cluster][rival];
            if (lead <= 0 || lead < leadRequired) {
                return false;
            }
        }
        return true;
    }

    /** Makes {@code b} a part of {@code a}. */
    private void absorb(int a, int b) {
        alive.clear(b);
        linked[a].or(linked[b]);
        linked[a].clear(a);
        linked[a].clear(b);
        conflicting[a].or(conflicting[b]);
        for (int other = alive.nextSetBit(0); other >= 0; other = alive.nextSetBit(other + 1)) {
            sum[a][other] += sum[b][other];
            sum[other][a] = sum[a][other];
            replace(linked[other], b, a);
            replace(conflicting[other], b, a);
        }
        linked[b].clear();
        conflicting[b].clear();
        conflicting[a].clear(b);
    }

    private static void replace(BitSet set, int old, int by) {
        if (set.get(old)) {
            set.clear(old);
            set.set(by);
        }
    }
}
