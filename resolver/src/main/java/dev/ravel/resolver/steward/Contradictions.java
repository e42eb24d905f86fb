package dev.ravel.resolver.steward;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.clustering.DisjointSets;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether judgements can stand together: no two records that a NOT_SAME sets apart may be one customer by the closure of
 * the SAME judgements. O(records named) but for the inverse of Ackermann's function.
 */
final class Contradictions {
    private final Map<RecordKey, Integer> number = new HashMap<>();
    private final DisjointSets same;
    private final List<Judgement> judgements;

    private Contradictions(List<Judgement> judgements) {
        this.judgements = judgements;
        judgements.forEach(
                judgement -> judgement.records().forEach(record -> number.putIfAbsent(record, number.size())));
        this.same = new DisjointSets(number.size());
        for (Judgement judgement : judgements) {
            if (judgement.verdict() == Verdict.SAME) {
                RecordKey first = judgement.groups().get(0).first();
                judgement.groups().get(0).forEach(record -> same.union(of(first), of(record)));
            }
        }
    }

    /**
     * Refuses judgements that contradict standing ones.
     *
     * @throws ResolutionException with {@code CONTRADICTS_JUDGEMENT}; the message lists the standing judgements' ids
     */
    static void refuse(List<Judgement> standing, List<Judgement> proposed) {
        List<Judgement> all = new ArrayList<>(standing);
        all.addAll(proposed);
        Set<String> before = new Contradictions(standing).broken();
        Contradictions together = new Contradictions(all);
        Set<String> broken = together.broken();
        broken.removeAll(before);
        if (broken.isEmpty()) {
            return;
        }
        SortedSet<String> ids = new TreeSet<>();
        Set<String> own = new HashSet<>();
        proposed.forEach(judgement -> own.add(judgement.id()));
        for (Judgement judgement : all) {
            if (!own.contains(judgement.id())
                    && (broken.contains(judgement.id()) || together.binds(judgement, broken))) {
                ids.add(judgement.id());
            }
        }
        throw new ResolutionException(
                ErrorCode.CONTRADICTS_JUDGEMENT,
                "this contradicts judgements that stand: " + String.join(", ", ids)
                        + ". Undo the operations that made them first");
    }

    /** The ids of the NOT_SAME judgements of which two sides share a customer. */
    private Set<String> broken() {
        Set<String> broken = new HashSet<>();
        for (Judgement judgement : judgements) {
            if (judgement.verdict() == Verdict.NOT_SAME && !shared(judgement).isEmpty()) {
                broken.add(judgement.id());
            }
        }
        return broken;
    }

    /** The customers that are on two sides of a NOT_SAME. */
    private Set<Integer> shared(Judgement judgement) {
        Map<Integer, Integer> sideOf = new HashMap<>();
        Set<Integer> shared = new HashSet<>();
        for (int side = 0; side < judgement.groups().size(); side++) {
            for (RecordKey record : judgement.groups().get(side)) {
                int customer = same.find(of(record));
                Integer other = sideOf.putIfAbsent(customer, side);
                if (other != null && other != side) {
                    shared.add(customer);
                }
            }
        }
        return shared;
    }

    /** Whether a SAME judgement is part of a customer that is on two sides of a broken NOT_SAME. */
    private boolean binds(Judgement judgement, Set<String> broken) {
        if (judgement.verdict() != Verdict.SAME) {
            return false;
        }
        int customer = same.find(of(judgement.groups().get(0).first()));
        return judgements.stream().filter(other -> broken.contains(other.id())).anyMatch(other -> shared(other)
                .contains(customer));
    }

    private int of(RecordKey record) {
        return Objects.requireNonNull(number.get(record));
    }
}
