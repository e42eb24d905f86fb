package dev.ravel.resolver.bulk;

import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.region.CandidatePairs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Explains pairs of the records of a bulk resolution, whether they were candidates or not. */
public final class PairExplanations {
    /** So many pairs are looked at for one question, those of the smallest record keys. */
    private static final int MAX_PAIRS = 2_000;

    private final PreparedRecords prepared;
    private final Resolver resolver;

    /**
     * Explanations of these records.
     *
     * @param resolver the one under whose settings the records were standardised
     */
    public PairExplanations(PreparedRecords prepared, Resolver resolver) {
        this.prepared = prepared;
        this.resolver = resolver;
    }

    /**
     * The heaviest pairs of records from different groups, heaviest first, ties by record keys. Records that are not live
     * are passed over.
     *
     * @param limit how many pairs to give
     */
    public List<Explanation> heaviest(Collection<? extends Collection<RecordKey>> groups, int limit) {
        List<List<LiveRecord>> live = new ArrayList<>();
        for (Collection<RecordKey> group : groups) {
            live.add(group.stream()
                    .sorted()
                    .mapToInt(prepared::position)
                    .filter(position -> position >= 0)
                    .mapToObj(position -> prepared.records()[position])
                    .toList());
        }
        List<Explanation> found = new ArrayList<>();
        int pairs = 0;
        for (int right = 1; right < live.size(); right++) {
            for (LiveRecord b : live.get(right)) {
                for (int left = 0; left < right && pairs < MAX_PAIRS; left++) {
                    for (LiveRecord a : live.get(left)) {
                        found.add(explain(a, b));
                        pairs++;
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(Explanation::weight).reversed().thenComparing(Explanation::pair));
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    private Explanation explain(LiveRecord a, LiveRecord b) {
        return resolver.scorer()
                .explain(
                        a,
                        b,
                        resolver.model(),
                        CandidatePairs.rule(a, b),
                        resolver.digest().hex());
    }
}
