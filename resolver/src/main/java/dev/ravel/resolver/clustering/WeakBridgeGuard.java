package dev.ravel.resolver.clustering;

import dev.ravel.model.cluster.Guard;
import dev.ravel.resolver.clustering.LinkGraph.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.graph.WeightedMultigraph;

/**
 * Cuts the bridges that are too weak: a single link that alone holds two groups of at least two records each together,
 * and whose weight is only just above the threshold. The cheapest is cut first, ties by the smallest pair; each cut
 * makes the groups smaller, so that a later one may no longer stand between two of at least two records.
 *
 * <p>Bridges are found by depth-first search (Tarjan 1974), O(units + links). Two links between the same two units are
 * no bridge.
 */
final class WeakBridgeGuard {
    private static final int SMALLEST_GROUP = 2;

    private WeakBridgeGuard() {}

    static List<Part> cut(LinkGraph graph, Part part, double weakBelow) {
        if (!possible(graph, part, weakBelow)) {
            return List.of(part);
        }
        Graph<Integer, Integer> jgraph = jgraph(graph, part);
        List<Integer> weak = new ArrayList<>();
        for (int bridge : new BiconnectivityInspector<>(jgraph).getBridges()) {
            if (graph.weight(bridge) < weakBelow) {
                weak.add(bridge);
            }
        }
        weak.sort(Comparator.comparingDouble((Integer link) -> graph.weight(link))
                .thenComparing(link -> graph.pair(link)));
        Set<Integer> cut = new HashSet<>();
        for (int bridge : weak) {
            jgraph.removeEdge(bridge);
            if (reaches(graph, jgraph, graph.from(bridge)) && reaches(graph, jgraph, graph.to(bridge))) {
                cut.add(bridge);
            } else {
                jgraph.addEdge(graph.from(bridge), graph.to(bridge), bridge);
            }
        }
        return cut.isEmpty() ? List.of(part) : graph.connected(part, link -> !cut.contains(link), Guard.WEAK_BRIDGE);
    }

    /** A bridge between two groups needs enough records and a weak link. */
    private static boolean possible(LinkGraph graph, Part part, double weakBelow) {
        if (graph.records(part) < 2 * SMALLEST_GROUP) {
            return false;
        }
        for (int link : part.links) {
            if (graph.weight(link) < weakBelow) {
                return true;
            }
        }
        return false;
    }

    private static Graph<Integer, Integer> jgraph(LinkGraph graph, Part part) {
        Graph<Integer, Integer> jgraph = new WeightedMultigraph<>(null, null);
        for (int unit : part.units) {
            jgraph.addVertex(unit);
        }
        for (int link : part.links) {
            jgraph.addEdge(graph.from(link), graph.to(link), link);
        }
        return jgraph;
    }

    /** Whether the records that hang together with a unit are enough for a group. Looks no further than it must. */
    private static boolean reaches(LinkGraph graph, Graph<Integer, Integer> jgraph, int start) {
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        seen.add(start);
        open.add(start);
        int records = 0;
        while (!open.isEmpty()) {
            int unit = open.remove();
            records += graph.units().size(unit);
            if (records >= SMALLEST_GROUP) {
                return true;
            }
            for (int link : jgraph.edgesOf(unit)) {
                int other = graph.from(link) == unit ? graph.to(link) : graph.from(link);
                if (seen.add(other)) {
                    open.add(other);
                }
            }
        }
        return false;
    }
}
