package dev.ravel.resolver.steward;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.region.RegionResolution;
import dev.ravel.resolver.region.ScoredPair;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.DinicMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * Finds the cheapest cut between two records: the accepted links with the least sum of match weights without which no chain
 * leads from one to the other. A minimum cut by maximum flow (Dinic 1970); of several the one nearest to the record with
 * the smaller key. Records that a person judged SAME are not parted while anything else can be.
 *
 * <p>O(records² · links) at worst; an entity has at most as many records as the component guard lets through.
 */
final class CheapestCut {
    /** More than all links of an entity can weigh. */
    private static final double UNCUTTABLE = 1e9;

    /** Weights are rounded to this share of a bit, so that their sums are exact. */
    private static final double GRAIN = 1024;

    private final RegionResolution resolution;

    CheapestCut(RegionResolution resolution) {
        this.resolution = resolution;
    }

    /**
     * The cut.
     *
     * @param records the records of an entity, both ends among them
     * @param standing the judgements that stand
     */
    Cut between(RecordPair ends, Collection<LiveRecord> records, Collection<Judgement> standing) {
        Map<RecordKey, LiveRecord> byKey = new TreeMap<>();
        records.forEach(record -> byKey.put(record.key(), record));
        List<ScoredPair> links = links(byKey.values());
        Graph<RecordKey, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        byKey.keySet().forEach(graph::addVertex);
        links.forEach(link -> add(graph, link.pair(), Math.rint(link.weight() * GRAIN) / GRAIN));
        for (Judgement judgement : standing) {
            if (judgement.verdict() == Verdict.SAME) {
                tie(graph, judgement.groups().get(0), byKey.keySet());
            }
        }
        DinicMFImpl<RecordKey, DefaultWeightedEdge> flow = new DinicMFImpl<>(graph);
        flow.calculateMinCut(ends.smaller(), ends.larger());
        SortedSet<RecordKey> near = new TreeSet<>(flow.getSourcePartition());
        SortedSet<RecordKey> far = new TreeSet<>(byKey.keySet());
        far.removeAll(near);
        List<ScoredPair> cut = links.stream()
                .filter(link -> near.contains(link.pair().smaller())
                        != near.contains(link.pair().larger()))
                .sorted(Comparator.comparingDouble(ScoredPair::weight)
                        .reversed()
                        .thenComparing(ScoredPair::pair))
                .toList();
        return new Cut(near, far, cut, blamed(cut, byKey));
    }

    private List<ScoredPair> links(Collection<LiveRecord> records) {
        return resolution.scoreWithin(List.copyOf(records)).stream()
                .filter(resolution::isAccepted)
                .toList();
    }

    private static void add(Graph<RecordKey, DefaultWeightedEdge> graph, RecordPair pair, double capacity) {
        DefaultWeightedEdge edge = graph.getEdge(pair.smaller(), pair.larger());
        if (edge == null) {
            edge = graph.addEdge(pair.smaller(), pair.larger());
        }
        graph.setEdgeWeight(edge, capacity);
    }

    private static void tie(
            Graph<RecordKey, DefaultWeightedEdge> graph, SortedSet<RecordKey> group, Set<RecordKey> members) {
        List<RecordKey> own = group.stream().filter(members::contains).toList();
        for (int i = 1; i < own.size(); i++) {
            add(graph, RecordPair.of(own.get(i - 1), own.get(i)), UNCUTTABLE);
        }
    }

    private static List<SharedKey> blamed(List<ScoredPair> cut, Map<RecordKey, LiveRecord> records) {
        Map<SharedKey, Double> weights = new HashMap<>();
        for (ScoredPair link : cut) {
            LiveRecord a = Objects.requireNonNull(records.get(link.pair().smaller()));
            LiveRecord b = Objects.requireNonNull(records.get(link.pair().larger()));
            List<SharedKey> keys = a.standard().keys();
            for (int i = 0; i < keys.size(); i++) {
                if (!keys.get(i).isBlock()
                        && a.isEvidence(i)
                        && b.standard().keys().contains(keys.get(i))) {
                    weights.merge(keys.get(i), link.weight(), Double::sum);
                }
            }
        }
        return weights.entrySet().stream()
                .sorted(Map.Entry.<SharedKey, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
