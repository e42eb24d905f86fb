package dev.ravel.resolver.clustering;

import dev.ravel.model.cluster.Guard;
import dev.ravel.resolver.clustering.LinkGraph.Part;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Re-cuts a part that is too large at rising thresholds, each sub-part on its own, until all fit: the result is the
 * largest sub-parts that hang together by the links at or above some threshold and have at most the allowed number of
 * records. Links of equal weight stand or fall together. A unit is never cut.
 *
 * <p>It is found bottom-up, as single-linkage clustering that refuses to grow too large: links are taken in descending
 * order of weight; what would be joined by all links of one weight is joined if it fits, and else left as it is for
 * good. O(links · log links).
 */
final class SizeGuard {
    private SizeGuard() {}

    static List<Part> cut(LinkGraph graph, Part part, int maxRecords) {
        if (graph.records(part) <= maxRecords) {
            return List.of(part);
        }
        int n = graph.units().count();
        Integer[] descending = Arrays.stream(part.links).boxed().toArray(Integer[]::new);
        Arrays.sort(
                descending,
                Comparator.comparingDouble((Integer link) -> graph.weight(link)).reversed());
        DisjointSets kept = new DisjointSets(n);
        DisjointSets proposed = new DisjointSets(n);
        int[] size = new int[n];
        for (int unit : part.units) {
            size[unit] = graph.units().size(unit);
        }
        int start = 0;
        while (start < descending.length) {
            int end = start;
            while (end < descending.length && graph.weight(descending[end]) == graph.weight(descending[start])) {
                int a = proposed.find(graph.from(descending[end]));
                int b = proposed.find(graph.to(descending[end]));
                if (proposed.union(a, b)) {
                    size[proposed.find(a)] = size[a] + size[b];
                }
                end++;
            }
            for (int i = start; i < end; i++) {
                int link = descending[i];
                if (size[proposed.find(graph.from(link))] <= maxRecords) {
                    kept.union(graph.from(link), graph.to(link));
                }
            }
            start = end;
        }
        return graph.divided(part, kept, Guard.COMPONENT_SIZE);
    }
}
