package dev.ravel.api.entity;

import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The records of an entity, their identifiers and what connects them.
 *
 * @param nodes records, then identifiers, then records of other entities; each ascending
 * @param edges the carried identifiers, then the matches
 */
record EntityGraph(List<Node> nodes, List<Edge> edges) {
    private static final String MATCHES = "MATCHES";

    /** What a node stands for; the enum of the schema. */
    enum GraphNodeKind {
        RECORD,
        IDENTIFIER,
        OUTSIDE_RECORD
    }

    /**
     * A node.
     *
     * @param record the record, null for an identifier
     * @param identifier the identifier, null for a record
     */
    record Node(
            String id,
            GraphNodeKind kind,
            String label,
            @Nullable RecordKey record,
            @Nullable SharedKey identifier,
            boolean suppressed) {

        static Node of(RecordKey key, GraphNodeKind kind) {
            return new Node(idOf(key), kind, key.source() + ':' + key.id(), key, null, false);
        }

        static Node of(CarriedIdentifier identifier) {
            SharedKey key = identifier.key();
            return new Node(
                    idOf(key),
                    GraphNodeKind.IDENTIFIER,
                    key.value(),
                    null,
                    key,
                    identifier.state().suppressed());
        }
    }

    /**
     * An edge.
     *
     * @param weight of a match, else null
     * @param status of a match, else null
     */
    record Edge(String from, String to, String kind, @Nullable Double weight, @Nullable MatchStatus status) {}

    /** The graph of an entity's members. */
    static EntityGraph of(SortedSet<RecordKey> members, List<CarriedIdentifier> identifiers, List<Match> matches) {
        List<Node> nodes = new ArrayList<>();
        members.forEach(member -> nodes.add(Node.of(member, GraphNodeKind.RECORD)));
        identifiers.forEach(identifier -> nodes.add(Node.of(identifier)));
        outside(members, matches).forEach(record -> nodes.add(Node.of(record, GraphNodeKind.OUTSIDE_RECORD)));

        List<Edge> edges = new ArrayList<>();
        for (CarriedIdentifier identifier : identifiers) {
            SharedKey key = identifier.key();
            for (RecordKey record : identifier.records()) {
                edges.add(new Edge(idOf(record), idOf(key), key.identifierType().relationship(), null, null));
            }
        }
        for (Match match : matches) {
            edges.add(new Edge(
                    idOf(match.pair().smaller()),
                    idOf(match.pair().larger()),
                    MATCHES,
                    match.weight(),
                    match.status()));
        }
        return new EntityGraph(nodes, edges);
    }

    private static SortedSet<RecordKey> outside(SortedSet<RecordKey> members, List<Match> matches) {
        SortedSet<RecordKey> outside = new TreeSet<>();
        for (Match match : matches) {
            outside.add(match.pair().smaller());
            outside.add(match.pair().larger());
        }
        outside.removeAll(members);
        return outside;
    }

    private static String idOf(RecordKey key) {
        return "record/" + key.source() + '/' + key.id();
    }

    private static String idOf(SharedKey key) {
        return "identifier/" + key.kind() + '/' + key.scope() + '/' + key.value();
    }
}
