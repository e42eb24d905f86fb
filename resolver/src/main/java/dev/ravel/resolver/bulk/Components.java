package dev.ravel.resolver.bulk;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.clustering.Component;
import dev.ravel.resolver.clustering.DisjointSets;
import dev.ravel.resolver.clustering.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

/** The connected components of all records, in primitive arrays; a {@link Component} is made when it is asked for. */
final class Components {
    private final LiveRecord[] records;
    private final PairList accepted;
    private final int count;

    /** The records of component c are at members[memberStart[c]] to members[memberStart[c + 1] - 1], ascending. */
    private final int[] memberStart;

    private final int[] members;

    /** The accepted pairs of component c are at links[linkStart[c]] to links[linkStart[c + 1] - 1]. */
    private final int[] linkStart;

    private final int[] links;

    /**
     * Finds the components.
     *
     * @param position the number of a record, negative if it is not live
     */
    Components(
            LiveRecord[] records,
            PairList accepted,
            Collection<Judgement> standing,
            ToIntFunction<RecordKey> position) {
        this.records = records;
        this.accepted = accepted;
        DisjointSets sets = new DisjointSets(records.length);
        accepted.join(sets);
        joinJudged(sets, standing, position);
        int[] componentOf = new int[records.length];
        int found = 0;
        for (int record = 0; record < records.length; record++) {
            int root = sets.find(record);
            componentOf[record] = root == record ? found++ : componentOf[root];
        }
        this.count = found;
        this.memberStart = new int[count + 1];
        this.members = grouped(records.length, record -> componentOf[record], memberStart);
        this.linkStart = new int[count + 1];
        this.links = grouped(accepted.size(), link -> componentOf[accepted.smaller(link)], linkStart);
    }

    /** How many components there are. They are numbered by their smallest record, ascending. */
    int count() {
        return count;
    }

    /** The numbers of the records of a component, ascending. */
    int[] members(int component) {
        return Arrays.copyOfRange(members, memberStart[component], memberStart[component + 1]);
    }

    /** A component with its records and links. */
    Component component(int component) {
        List<LiveRecord> own = new ArrayList<>(memberStart[component + 1] - memberStart[component]);
        for (int i = memberStart[component]; i < memberStart[component + 1]; i++) {
            own.add(records[members[i]]);
        }
        List<Link> ownLinks = new ArrayList<>(linkStart[component + 1] - linkStart[component]);
        for (int i = linkStart[component]; i < linkStart[component + 1]; i++) {
            int pair = links[i];
            ownLinks.add(new Link(
                    new RecordPair(records[accepted.smaller(pair)].key(), records[accepted.larger(pair)].key()),
                    accepted.weight(pair)));
        }
        return new Component(own, ownLinks);
    }

    private static void joinJudged(
            DisjointSets sets, Collection<Judgement> standing, ToIntFunction<RecordKey> position) {
        for (Judgement judgement : standing) {
            if (judgement.verdict() == Verdict.SAME) {
                int[] live = judgement.groups().get(0).stream()
                        .mapToInt(position)
                        .filter(record -> record >= 0)
                        .toArray();
                for (int i = 1; i < live.length; i++) {
                    sets.union(live[0], live[i]);
                }
            }
        }
    }

    /** The numbers from 0 to n - 1 sorted by group, ascending inside each; fills in where each group starts. */
    private static int[] grouped(int n, IntUnaryOperator group, int[] start) {
        for (int i = 0; i < n; i++) {
            start[group.applyAsInt(i) + 1]++;
        }
        for (int g = 1; g < start.length; g++) {
            start[g] += start[g - 1];
        }
        int[] next = Arrays.copyOf(start, start.length - 1);
        int[] sorted = new int[n];
        for (int i = 0; i < n; i++) {
            sorted[next[group.applyAsInt(i)]++] = i;
        }
        return sorted;
    }
}
