package dev.ravel.bench.clustering;

import dev.ravel.bench.clustering.PairGraph.Pair;
import dev.ravel.resolver.clustering.DisjointSets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Ways to divide records by the pairs of them that weigh enough. Each gives every record a number that the records of its
 * cluster share; all are deterministic, and ties go to the smaller record.
 */
enum Clustering {
    /** Connected components. */
    COMPONENTS {
        @Override
        int[] clusters(PairGraph graph, double matchWeight) {
            DisjointSets sets = new DisjointSets(graph.size());
            graph.from(matchWeight).forEach(pair -> sets.union(pair.a(), pair.b()));
            return IntStream.range(0, graph.size()).map(sets::find).toArray();
        }
    },
    /**
     * CENTER (Haveliwala, Gionis, Indyk, WebDB 2000): pairs heaviest first; the first record of a pair that is in no cluster
     * becomes the centre of one, and whoever is paired with a centre joins it.
     */
    CENTER {
        @Override
        int[] clusters(PairGraph graph, double matchWeight) {
            int[] cluster = alone(graph);
            boolean[] assigned = new boolean[graph.size()];
            for (Pair pair : graph.from(matchWeight)) {
                join(pair, cluster, assigned);
            }
            return cluster;
        }
    },
    /**
     * MERGE-CENTER (Hassanzadeh, Miller, VLDB Journal 2009): CENTER, and two clusters are one if a record of the one is paired
     * with the centre of the other.
     */
    MERGE_CENTER {
        @Override
        int[] clusters(PairGraph graph, double matchWeight) {
            int[] cluster = alone(graph);
            boolean[] assigned = new boolean[graph.size()];
            DisjointSets merged = new DisjointSets(graph.size());
            for (Pair pair : graph.from(matchWeight)) {
                join(pair, cluster, assigned);
                if (cluster[pair.a()] == pair.a() || cluster[pair.b()] == pair.b()) {
                    merged.union(cluster[pair.a()], cluster[pair.b()]);
                }
            }
            return IntStream.of(cluster).map(merged::find).toArray();
        }
    },
    /**
     * Star (Aslam, Pelekhov, Rus, JGAA 2004): the record with most neighbours that is in no cluster becomes a centre, and its
     * neighbours that are in none join it.
     */
    STAR {
        @Override
        int[] clusters(PairGraph graph, double matchWeight) {
            List<List<Pair>> pairs = graph.byRecord(graph.from(matchWeight));
            int[] cluster = alone(graph);
            boolean[] assigned = new boolean[graph.size()];
            IntStream.range(0, graph.size())
                    .boxed()
                    .sorted(Comparator.comparingInt(
                                    (Integer record) -> -pairs.get(record).size())
                            .thenComparing(Comparator.naturalOrder()))
                    .filter(record -> !assigned[record])
                    .toList()
                    .forEach(centre -> {
                        if (!assigned[centre]) {
                            assigned[centre] = true;
                            for (Pair pair : pairs.get(centre)) {
                                int other = pair.a() == centre ? pair.b() : pair.a();
                                if (!assigned[other]) {
                                    assigned[other] = true;
                                    cluster[other] = centre;
                                }
                            }
                        }
                    });
            return cluster;
        }
    },
    /**
     * Correlation clustering (Bansal, Blum, Chawla, 2004) by local search: from connected components, each record moves to the
     * cluster, or to one of its own, with which its pairs weigh most above the threshold, until none moves. Pairs that were
     * never scored count nothing.
     */
    CORRELATION {
        @Override
        int[] clusters(PairGraph graph, double matchWeight) {
            int[] cluster = COMPONENTS.clusters(graph, matchWeight);
            List<List<Pair>> pairs = graph.byRecord(graph.pairs());
            int fresh = graph.size();
            boolean moved = true;
            for (int round = 0; moved && round < MOST_ROUNDS; round++) {
                moved = false;
                for (int record = 0; record < graph.size(); record++) {
                    TreeMap<Integer, Double> gain = new TreeMap<>();
                    gain.put(cluster[record], 0.0);
                    for (Pair pair : pairs.get(record)) {
                        int other = pair.a() == record ? pair.b() : pair.a();
                        gain.merge(cluster[other], pair.weight() - matchWeight, Double::sum);
                    }
                    int best = cluster[record];
                    double most = gain.getOrDefault(best, 0.0);
                    for (Map.Entry<Integer, Double> candidate : gain.entrySet()) {
                        if (candidate.getValue() > most) {
                            best = candidate.getKey();
                            most = candidate.getValue();
                        }
                    }
                    if (most < 0) {
                        best = fresh++;
                    }
                    moved |= best != cluster[record];
                    cluster[record] = best;
                }
            }
            return cluster;
        }
    };

    private static final int MOST_ROUNDS = 100;

    /**
     * The cluster of each record.
     *
     * @param matchWeight pairs from here on link, log2
     */
    abstract int[] clusters(PairGraph graph, double matchWeight);

    private static int[] alone(PairGraph graph) {
        return IntStream.range(0, graph.size()).toArray();
    }

    private static void join(Pair pair, int[] cluster, boolean[] assigned) {
        boolean centreA = assigned[pair.a()] && cluster[pair.a()] == pair.a();
        boolean centreB = assigned[pair.b()] && cluster[pair.b()] == pair.b();
        if (!assigned[pair.a()] && !assigned[pair.b()]) {
            assigned[pair.a()] = true;
            assigned[pair.b()] = true;
            cluster[pair.b()] = pair.a();
        } else if (centreA && !assigned[pair.b()]) {
            assigned[pair.b()] = true;
            cluster[pair.b()] = pair.a();
        } else if (centreB && !assigned[pair.a()]) {
            assigned[pair.a()] = true;
            cluster[pair.a()] = pair.b();
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
