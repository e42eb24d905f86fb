package dev.ravel.resolver.clustering;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.blocking.LiveRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rules of clustering once more, word by word, over plain sets of records and with no thought of speed: an oracle
 * for {@link Clustering}. Top-down where that goes bottom-up, by trial where that has an algorithm.
 */
final class NaiveClustering {
    private final Component component;
    private final Map<RecordKey, LiveRecord> records = new TreeMap<>();
    private final List<Judgement> standing;
    private final Guards guards;

    NaiveClustering(Component component, List<Judgement> standing, Guards guards) {
        this.component = component;
        this.standing =
                standing.stream().sorted(Comparator.comparing(Judgement::id)).toList();
        this.guards = guards;
        component.records().forEach(record -> records.put(record.key(), record));
    }

    Set<SortedSet<RecordKey>> parts() {
        List<SortedSet<RecordKey>> units = units();
        Set<SortedSet<RecordKey>> result = new HashSet<>();
        List<Link> links = component.links().stream()
                .filter(link -> !conflict(
                        holding(units, link.pair().smaller()),
                        holding(units, link.pair().larger())))
                .toList();
        for (List<SortedSet<RecordKey>> connected : connected(units, links)) {
            for (List<SortedSet<RecordKey>> fitting : fitting(connected, links, Double.NEGATIVE_INFINITY)) {
                for (List<SortedSet<RecordKey>> sound : withoutWeakBridges(fitting, links)) {
                    for (List<SortedSet<RecordKey>> agreeing : agreeing(sound, links)) {
                        withoutWeakBridges(agreeing, links).forEach(part -> result.add(union(part)));
                    }
                }
            }
        }
        return result;
    }

    private List<SortedSet<RecordKey>> units() {
        List<SortedSet<RecordKey>> units = new ArrayList<>();
        records.keySet().forEach(key -> units.add(new TreeSet<>(Set.of(key))));
        for (Judgement judgement : standing) {
            if (judgement.verdict() != Verdict.SAME) {
                continue;
            }
            List<RecordKey> earlier = new ArrayList<>();
            for (RecordKey key : judgement.groups().get(0)) {
                if (records.containsKey(key)) {
                    for (RecordKey other : earlier) {
                        SortedSet<RecordKey> ours = holding(units, key);
                        SortedSet<RecordKey> theirs = holding(units, other);
                        if (ours == theirs) {
                            break;
                        }
                        if (!judgedApart(ours, theirs)) {
                            units.remove(ours);
                            theirs.addAll(ours);
                            break;
                        }
                    }
                    earlier.add(key);
                }
            }
        }
        return units;
    }

    private boolean judgedApart(Set<RecordKey> a, Set<RecordKey> b) {
        return standing.stream()
                .filter(judgement -> judgement.verdict() == Verdict.NOT_SAME)
                .anyMatch(judgement -> judgement.groups().stream()
                        .anyMatch(ours -> ours.stream().anyMatch(a::contains)
                                && judgement.groups().stream()
                                        .filter(theirs -> theirs != ours)
                                        .anyMatch(theirs -> theirs.stream().anyMatch(b::contains))));
    }

    private boolean conflict(Set<RecordKey> a, Set<RecordKey> b) {
        Set<String> ours = exclusive(a);
        Set<String> theirs = exclusive(b);
        boolean disjoint = !ours.isEmpty() && !theirs.isEmpty() && ours.stream().noneMatch(theirs::contains);
        return a != b && (judgedApart(a, b) || disjoint);
    }

    private Set<String> exclusive(Set<RecordKey> unit) {
        return unit.stream()
                .flatMap(key -> Objects.requireNonNull(records.get(key)).standard().identifiers().stream())
                .filter(identifier -> guards.exclusive().contains(identifier.type()))
                .map(identifier -> identifier.value())
                .collect(Collectors.toSet());
    }

    private List<List<SortedSet<RecordKey>>> fitting(
            List<SortedSet<RecordKey>> units, List<Link> links, double threshold) {
        if (union(units).size() <= guards.maxRecords() || units.size() == 1) {
            return List.of(units);
        }
        List<Link> inside = inside(units, links);
        double next = inside.stream()
                .mapToDouble(Link::weight)
                .filter(weight -> weight > threshold)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        List<List<SortedSet<RecordKey>>> parts = new ArrayList<>();
        List<Link> above = inside.stream().filter(link -> link.weight() > next).toList();
        for (List<SortedSet<RecordKey>> part : connected(units, above)) {
            parts.addAll(fitting(part, links, next));
        }
        return parts;
    }

    private List<List<SortedSet<RecordKey>>> withoutWeakBridges(List<SortedSet<RecordKey>> units, List<Link> links) {
        List<Link> inside = inside(units, links);
        Optional<List<List<SortedSet<RecordKey>>>> cut = inside.stream()
                .filter(link -> link.weight() < guards.weakBelow())
                .sorted(Comparator.comparingDouble(Link::weight).thenComparing(Link::pair))
                .map(link -> connected(
                        units,
                        inside.stream().filter(other -> !other.equals(link)).toList()))
                .filter(sides -> sides.size() == 2
                        && sides.stream().allMatch(side -> union(side).size() >= 2))
                .findFirst();
        if (cut.isEmpty()) {
            return List.of(units);
        }
        List<List<SortedSet<RecordKey>>> parts = new ArrayList<>();
        cut.get().forEach(side -> parts.addAll(withoutWeakBridges(side, links)));
        return parts;
    }

    private List<List<SortedSet<RecordKey>>> agreeing(List<SortedSet<RecordKey>> units, List<Link> links) {
        List<List<SortedSet<RecordKey>>> clusters = new ArrayList<>();
        units.forEach(unit -> clusters.add(List.of(unit)));
        if (units.stream().allMatch(a -> units.stream().noneMatch(b -> conflict(a, b)))) {
            return List.of(units);
        }
        while (true) {
            Optional<List<List<SortedSet<RecordKey>>>> join = best(clusters, links, false);
            if (join.isEmpty()) {
                join = best(clusters, links, true);
            }
            if (join.isEmpty()) {
                return clusters;
            }
            clusters.removeAll(join.get());
            List<SortedSet<RecordKey>> joined = new ArrayList<>(join.get().get(0));
            joined.addAll(join.get().get(1));
            clusters.add(joined);
        }
    }

    private Optional<List<List<SortedSet<RecordKey>>>> best(
            List<List<SortedSet<RecordKey>>> clusters, List<Link> links, boolean contested) {
        List<List<SortedSet<RecordKey>>> best = null;
        List<List<SortedSet<RecordKey>>> ordered = clusters.stream()
                .sorted(Comparator.comparing(cluster -> union(cluster).first()))
                .toList();
        double most = 0;
        for (List<SortedSet<RecordKey>> a : ordered) {
            for (List<SortedSet<RecordKey>> b : ordered) {
                if (union(a).first().compareTo(union(b).first()) >= 0 || !joinable(a, b, links)) {
                    continue;
                }
                double strongestRival = Math.max(rival(a, b, ordered, links), rival(b, a, ordered, links));
                double sum = sum(a, b, links);
                boolean hasRival = strongestRival > 0;
                boolean leads = sum > strongestRival && sum - strongestRival >= guards.leadRequired();
                if (hasRival == contested && (!hasRival || leads) && sum > most) {
                    best = List.of(a, b);
                    most = sum;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private double rival(
            List<SortedSet<RecordKey>> a,
            List<SortedSet<RecordKey>> b,
            List<List<SortedSet<RecordKey>>> clusters,
            List<Link> links) {
        return clusters.stream()
                .filter(c -> c != a && c != b && inConflict(b, c) && joinable(a, c, links))
                .mapToDouble(c -> sum(a, c, links))
                .max()
                .orElse(0);
    }

    private boolean joinable(List<SortedSet<RecordKey>> a, List<SortedSet<RecordKey>> b, List<Link> links) {
        return sum(a, b, links) > 0 && !inConflict(a, b);
    }

    private boolean inConflict(List<SortedSet<RecordKey>> a, List<SortedSet<RecordKey>> b) {
        return a.stream().anyMatch(x -> b.stream().anyMatch(y -> conflict(x, y)));
    }

    private static double sum(List<SortedSet<RecordKey>> a, List<SortedSet<RecordKey>> b, List<Link> links) {
        SortedSet<RecordKey> ours = union(a);
        SortedSet<RecordKey> theirs = union(b);
        return links.stream()
                .filter(link -> (ours.contains(link.pair().smaller())
                                && theirs.contains(link.pair().larger()))
                        || (ours.contains(link.pair().larger())
                                && theirs.contains(link.pair().smaller())))
                .mapToDouble(Link::weight)
                .sum();
    }

    private static List<Link> inside(List<SortedSet<RecordKey>> units, List<Link> links) {
        return links.stream()
                .filter(link -> units.stream()
                        .anyMatch(unit -> unit.contains(link.pair().smaller())))
                .filter(link -> units.stream()
                        .anyMatch(unit -> unit.contains(link.pair().larger())))
                .filter(link -> holding(units, link.pair().smaller())
                        != holding(units, link.pair().larger()))
                .toList();
    }

    private static List<List<SortedSet<RecordKey>>> connected(List<SortedSet<RecordKey>> units, List<Link> links) {
        List<List<SortedSet<RecordKey>>> parts = new ArrayList<>();
        Set<SortedSet<RecordKey>> left = new HashSet<>(units);
        for (SortedSet<RecordKey> start : units) {
            if (!left.remove(start)) {
                continue;
            }
            List<SortedSet<RecordKey>> part = new ArrayList<>(List.of(start));
            for (int i = 0; i < part.size(); i++) {
                SortedSet<RecordKey> reached = part.get(i);
                for (SortedSet<RecordKey> other : List.copyOf(left)) {
                    if (sum(List.of(reached), List.of(other), links) > 0) {
                        left.remove(other);
                        part.add(other);
                    }
                }
            }
            parts.add(part);
        }
        return parts;
    }

    private static SortedSet<RecordKey> holding(List<SortedSet<RecordKey>> units, RecordKey key) {
        return units.stream().filter(unit -> unit.contains(key)).findFirst().orElseThrow();
    }

    private static SortedSet<RecordKey> union(List<SortedSet<RecordKey>> units) {
        return units.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
