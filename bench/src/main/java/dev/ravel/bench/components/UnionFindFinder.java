package dev.ravel.bench.components;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.alg.util.UnionFind;

/** JGraphT's {@link UnionFind}, whose elements are objects in hash tables. */
final class UnionFindFinder implements ComponentFinder {
    @Override
    public String name() {
        return "JGraphT UnionFind";
    }

    @Override
    public Search prepare(Edges edges) {
        Set<Integer> nodes = IntStream.range(0, edges.nodes()).boxed().collect(Collectors.toSet());
        return () -> {
            UnionFind<Integer> sets = new UnionFind<>(nodes);
            for (int edge = 0; edge < edges.count(); edge++) {
                sets.union(edges.from()[edge], edges.to()[edge]);
            }
            return sets.numberOfSets();
        };
    }
}
