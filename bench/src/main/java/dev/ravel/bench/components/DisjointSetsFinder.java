package dev.ravel.bench.components;

import dev.ravel.resolver.clustering.DisjointSets;

/** The resolver's union-find over a primitive array. It reads the edges as they are; making the array is part of the time. */
final class DisjointSetsFinder implements ComponentFinder {
    @Override
    public String name() {
        return "ravel DisjointSets";
    }

    @Override
    public Search prepare(Edges edges) {
        return () -> {
            DisjointSets sets = new DisjointSets(edges.nodes());
            return edges.nodes() - sets.unionAll(edges.from(), edges.to(), edges.count());
        };
    }
}
