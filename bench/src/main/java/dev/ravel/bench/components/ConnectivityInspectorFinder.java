package dev.ravel.bench.components;

import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.builder.GraphTypeBuilder;

/** JGraphT's {@link ConnectivityInspector} on a graph of its default kind, which is made before the clock starts. */
final class ConnectivityInspectorFinder implements ComponentFinder {
    @Override
    public String name() {
        return "JGraphT ConnectivityInspector";
    }

    @Override
    public Search prepare(Edges edges) {
        Graph<Integer, DefaultEdge> graph = GraphTypeBuilder.<Integer, DefaultEdge>undirected()
                .allowingMultipleEdges(true)
                .allowingSelfLoops(true)
                .edgeClass(DefaultEdge.class)
                .buildGraph();
        for (int node = 0; node < edges.nodes(); node++) {
            graph.addVertex(node);
        }
        for (int edge = 0; edge < edges.count(); edge++) {
            graph.addEdge(edges.from()[edge], edges.to()[edge]);
        }
        return () -> new ConnectivityInspector<>(graph).connectedSets().size();
    }
}
