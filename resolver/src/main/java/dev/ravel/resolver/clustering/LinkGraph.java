package dev.ravel.resolver.clustering;

import dev.ravel.model.cluster.Guard;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The links of a component between its units, numbered in ascending order of pair, and what cut each of them. Links
 * inside a unit are left out. Guards take {@link Part}s of it and cut them into smaller ones.
 */
final class LinkGraph {
    private final Units units;
    private final List<Link> links;
    private final int[] from;
    private final int[] to;
    private final @Nullable Guard[] cutBy;

    /** Units that still hang together, ascending, and the uncut links among them, ascending. */
    static final class Part {
        final int[] units;
        final int[] links;

        Part(int[] units, int[] links) {
            this.units = units;
            this.links = links;
        }
    }

    private LinkGraph(Units units, List<Link> links, int[] from, int[] to) {
        this.units = units;
        this.links = links;
        this.from = from;
        this.to = to;
        this.cutBy = new @Nullable Guard[links.size()];
    }

    static LinkGraph of(Units units, Map<RecordKey, Integer> index, List<Link> links) {
        List<Link> between = new ArrayList<>(links.size());
        int[] from = new int[links.size()];
        int[] to = new int[links.size()];
        for (Link link : links) {
            int a = units.unitOf(position(index, link.pair().smaller()));
            int b = units.unitOf(position(index, link.pair().larger()));
            if (a != b) {
                from[between.size()] = a;
                to[between.size()] = b;
                between.add(link);
            }
        }
        return new LinkGraph(units, between, from, to);
    }

    Units units() {
        return units;
    }

    int linkCount() {
        return links.size();
    }

    int from(int link) {
        return from[link];
    }

    int to(int link) {
        return to[link];
    }

    double weight(int link) {
        return links.get(link).weight();
    }

    RecordPair pair(int link) {
        return links.get(link).pair();
    }

    /** The guard that cut a link first, null if none did. */
    @Nullable
    Guard cutBy(int link) {
        return cutBy[link];
    }

    /** All units and all links. */
    Part whole() {
        return new Part(
                IntStream.range(0, units.count()).toArray(),
                IntStream.range(0, links.size()).toArray());
    }

    /** How many records the units of a part have. */
    int records(Part part) {
        int records = 0;
        for (int unit : part.units) {
            records += units.size(unit);
        }
        return records;
    }

    /**
     * The connected parts of a part when only these links hold; links that then lead from one part to another are cut
     * by the guard. Links that do not hold but stay inside one part are kept.
     */
    List<Part> connected(Part part, IntPredicate holds, @Nullable Guard guard) {
        DisjointSets sets = new DisjointSets(units.count());
        for (int link : part.links) {
            if (holds.test(link)) {
                sets.union(from[link], to[link]);
            }
        }
        return divided(part, sets, guard);
    }

    /** The parts that these sets of units make of a part; links from one to another are cut by the guard. */
    List<Part> divided(Part part, DisjointSets sets, @Nullable Guard guard) {
        Map<Integer, List<Integer>> unitsOfRoot = new TreeMap<>();
        for (int unit : part.units) {
            unitsOfRoot
                    .computeIfAbsent(sets.find(unit), root -> new ArrayList<>())
                    .add(unit);
        }
        if (unitsOfRoot.size() == 1) {
            return List.of(part);
        }
        Map<Integer, List<Integer>> linksOfRoot = new TreeMap<>();
        for (int link : part.links) {
            int root = sets.find(from[link]);
            if (root == sets.find(to[link])) {
                linksOfRoot.computeIfAbsent(root, r -> new ArrayList<>()).add(link);
            } else if (cutBy[link] == null) {
                cutBy[link] = guard;
            }
        }
        List<Part> parts = new ArrayList<>(unitsOfRoot.size());
        unitsOfRoot.forEach(
                (root, members) -> parts.add(new Part(ints(members), ints(linksOfRoot.getOrDefault(root, List.of())))));
        return parts;
    }

    /** A part without some of its links. */
    static Part without(Part part, IntPredicate dropped) {
        return new Part(
                part.units, Arrays.stream(part.links).filter(dropped.negate()).toArray());
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int position(Map<RecordKey, Integer> index, RecordKey key) {
        Integer position = index.get(key);
        if (position == null) {
            throw new IllegalArgumentException("a link of the component leads to a record outside: " + key);
        }
        return position;
    }
}
