package dev.ravel.resolver.clustering;

import dev.ravel.model.cluster.Guard;
import dev.ravel.model.cluster.HeldLink;
import dev.ravel.model.cluster.Partition;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.clustering.Conflicts.Conflict;
import dev.ravel.resolver.clustering.LinkGraph.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Divides a component into entities. A pure function of the component, the standing judgements and the guards: it does
 * not depend on the order of anything, on history or on what came last.
 *
 * <ol>
 *   <li>Records that a person judged SAME become one unit; a person's NOT_SAME wins over a SAME ({@link Units}).
 *   <li>Links between units in conflict are cut: a person's NOT_SAME, or different values of an exclusive identifier
 *       ({@link Conflicts}).
 *   <li>Parts that are too large are re-cut at rising thresholds ({@link SizeGuard}).
 *   <li>Weak bridges are cut, cheapest first ({@link WeakBridgeGuard}).
 *   <li>Parts that still hold units in conflict are divided so that each record goes where its links weigh most
 *       ({@link ConflictGuard}), and looked through for weak bridges again.
 * </ol>
 *
 * Every link that was cut is reported with the guard that held it.
 */
public final class Clustering {
    private Clustering() {}

    /**
     * The entities of a component. Of the standing judgements, those that name records outside, or fewer than two
     * inside, change nothing.
     *
     * @param component should be connected by its links and the SAME judgements; if it is not, what does not hang
     *     together is never put together
     */
    public static Partition cluster(Component component, List<Judgement> standing, Guards guards) {
        List<LiveRecord> records = component.records();
        if (records.size() == 1) {
            return new Partition(List.of(keys(records)), List.of());
        }
        Map<RecordKey, Integer> index = Units.index(records);
        List<Judgement> judgements = relevant(standing, index);
        Units units = Units.of(records, index, judgements);
        LinkGraph graph = LinkGraph.of(units, index, component.links());
        boolean conflictPossible = !judgements.isEmpty() || Conflicts.possible(records, guards);
        Conflicts conflicts =
                conflictPossible ? Conflicts.of(units, guards, component.links()) : Conflicts.none(units, guards);
        List<Part> parts = new ArrayList<>();
        for (Part connected : connected(graph, conflicts, conflictPossible)) {
            for (Part fitting : SizeGuard.cut(graph, connected, guards.maxRecords())) {
                for (Part sound : WeakBridgeGuard.cut(graph, fitting, guards.weakBelow())) {
                    if (conflictPossible && conflicts.any(sound.units)) {
                        for (Part agreeing : ConflictGuard.cut(graph, sound, conflicts, guards.leadRequired())) {
                            parts.addAll(WeakBridgeGuard.cut(graph, agreeing, guards.weakBelow()));
                        }
                    } else {
                        parts.add(sound);
                    }
                }
            }
        }
        return partition(graph, parts, conflicts);
    }

    /**
     * Whether two records that do not match are kept apart in every component, whoever links to both: they have different
     * values of an exclusive identifier, or contradict each other conclusively. Symmetric.
     */
    public static boolean keepsApart(LiveRecord a, LiveRecord b, Guards guards) {
        List<LiveRecord> both = a.key().compareTo(b.key()) < 0 ? List.of(a, b) : List.of(b, a);
        if (!Conflicts.possible(both, guards)) {
            return false;
        }
        Units units = Units.of(both, Units.index(both), List.of());
        return Conflicts.of(units, guards, List.of()).between(0, 1).isPresent();
    }

    private static List<Judgement> relevant(List<Judgement> standing, Map<RecordKey, Integer> index) {
        if (standing.isEmpty()) {
            return standing;
        }
        return standing.stream()
                .filter(judgement -> judgement.verdict() != Verdict.UNSURE)
                .filter(judgement -> judgement.groups().stream()
                                .flatMap(SortedSet::stream)
                                .filter(index::containsKey)
                                .limit(2)
                                .count()
                        == 2)
                .sorted(Comparator.comparing(Judgement::id))
                .toList();
    }

    private static List<Part> connected(LinkGraph graph, Conflicts conflicts, boolean conflictPossible) {
        Part whole = graph.whole();
        if (conflictPossible) {
            whole = LinkGraph.without(
                    whole,
                    link -> conflicts.between(graph.from(link), graph.to(link)).isPresent());
        }
        return graph.connected(whole, link -> true, null);
    }

    private static Partition partition(LinkGraph graph, List<Part> parts, Conflicts conflicts) {
        int[] partOfUnit = new int[graph.units().count()];
        List<SortedSet<RecordKey>> members = new ArrayList<>(parts.size());
        for (int p = 0; p < parts.size(); p++) {
            members.add(new TreeSet<>());
            for (int unit : parts.get(p).units) {
                partOfUnit[unit] = p;
            }
        }
        for (int i = 0; i < graph.units().records().size(); i++) {
            members.get(partOfUnit[graph.units().unitOf(i)])
                    .add(graph.units().records().get(i).key());
        }
        List<HeldLink> held = new ArrayList<>();
        if (parts.size() > 1) {
            for (int link = 0; link < graph.linkCount(); link++) {
                Part ours = parts.get(partOfUnit[graph.from(link)]);
                Part theirs = parts.get(partOfUnit[graph.to(link)]);
                if (ours != theirs) {
                    held.add(held(graph, link, ours, theirs, conflicts));
                }
            }
        }
        return new Partition(members, held);
    }

    /**
     * What holds a link: a conflict of its own two units; else the guard that cut it; else, for a link left over when
     * conflicting sides were divided, the conflict of the two sides, or that neither side leads by enough.
     */
    private static HeldLink held(LinkGraph graph, int link, Part ours, Part theirs, Conflicts conflicts) {
        Optional<Conflict> conflict = conflicts.between(graph.from(link), graph.to(link));
        if (conflict.isEmpty() && graph.cutBy(link) != null) {
            return new HeldLink(graph.pair(link), graph.weight(link), Objects.requireNonNull(graph.cutBy(link)), "");
        }
        for (int i = 0; i < ours.units.length && conflict.isEmpty(); i++) {
            for (int j = 0; j < theirs.units.length && conflict.isEmpty(); j++) {
                conflict = conflicts.between(ours.units[i], theirs.units[j]);
            }
        }
        return conflict.map(found -> new HeldLink(graph.pair(link), graph.weight(link), found.guard(), found.cause()))
                .orElseGet(() -> new HeldLink(graph.pair(link), graph.weight(link), Guard.AMBIGUOUS_BRIDGE, ""));
    }

    private static SortedSet<RecordKey> keys(List<LiveRecord> records) {
        SortedSet<RecordKey> keys = new TreeSet<>();
        for (LiveRecord record : records) {
            keys.add(record.key());
        }
        return keys;
    }
}
