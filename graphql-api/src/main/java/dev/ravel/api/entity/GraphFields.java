package dev.ravel.api.entity;

import dev.ravel.api.schema.Wiring;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;

/** Answers the fields of matches and of an entity's graph. */
public final class GraphFields {
    private GraphFields() {}

    /** Wires matches, nodes and edges. */
    public static void wire(Wiring wiring) {
        wiring.enumeration(MatchStatus.class).enumeration(EntityGraph.GraphNodeKind.class);
        wiring.type("Match", Match.class)
                .plain("a", match -> match.pair().smaller())
                .plain("b", match -> match.pair().larger())
                .plain("weight", Match::weight)
                .plain("status", Match::status)
                .plain("evidence", Match::evidence)
                .plain("rule", Match::rule)
                .plain("cause", Match::cause);
        wiring.type("EntityGraph", EntityGraph.class)
                .plain("nodes", EntityGraph::nodes)
                .plain("edges", EntityGraph::edges);
        wiring.type("GraphNode", EntityGraph.Node.class)
                .plain("id", EntityGraph.Node::id)
                .plain("kind", EntityGraph.Node::kind)
                .plain("label", EntityGraph.Node::label)
                .plain("record", EntityGraph.Node::record)
                .plain(
                        "identifierType",
                        node -> node.identifier() == null
                                ? null
                                : node.identifier().identifierType())
                .plain("suppressed", EntityGraph.Node::suppressed);
        wiring.type("GraphEdge", EntityGraph.Edge.class)
                .plain("from", EntityGraph.Edge::from)
                .plain("to", EntityGraph.Edge::to)
                .plain("kind", EntityGraph.Edge::kind)
                .plain("weight", EntityGraph.Edge::weight)
                .plain("status", EntityGraph.Edge::status);
    }
}
