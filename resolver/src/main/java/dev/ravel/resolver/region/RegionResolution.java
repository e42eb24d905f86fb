package dev.ravel.resolver.region;

import dev.ravel.model.cluster.Partition;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.clustering.Component;
import dev.ravel.resolver.clustering.DisjointSets;
import dev.ravel.resolver.clustering.Link;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Resolves a region: a set of live records that no accepted link and no SAME judgement leaves. A pure function of the
 * records, the standing judgements and the resolver; the order of what is given does not matter. Thread-safe.
 *
 * <p>A stream batch uses it in two steps: {@link #score} compares the touched records with the carriers of their keys,
 * which says which components the region has; {@link #resolve} then divides the region. A steward needs only the second.
 */
public final class RegionResolution {
    private final Resolver resolver;
    private final RememberedScores remembered;

    /** A resolution that scores anew each time. */
    public RegionResolution(Resolver resolver) {
        this(resolver, 0);
    }

    /**
     * A resolution that remembers the scores of regions of which nothing was scored before.
     *
     * @param limit the most records and pairs remembered, together
     */
    public RegionResolution(Resolver resolver, int limit) {
        this.resolver = resolver;
        this.remembered = new RememberedScores(limit);
    }

    /**
     * Scores the candidate pairs of which at least one record is touched.
     *
     * @param touched the records whose versions or key states changed, each once
     * @param neighbours the live carriers of their proposing keys; touched ones among them are passed over
     * @return the pairs that are accepted or doubtful, ascending
     */
    public List<ScoredPair> score(Collection<LiveRecord> touched, Collection<LiveRecord> neighbours) {
        List<Candidate> candidates = new ArrayList<>();
        CandidatePairs.between(touched, neighbours, (a, b) -> candidates.add(new Candidate(a, b)));
        return score(candidates);
    }

    /**
     * Scores the candidate pairs within a set of records.
     *
     * @param records each once, ascending
     * @return the pairs that are accepted or doubtful, ascending
     */
    public List<ScoredPair> scoreWithin(List<LiveRecord> records) {
        return remembered.of(records, region -> {
            List<Candidate> candidates = new ArrayList<>();
            CandidatePairs.within(region, (a, b) -> candidates.add(new Candidate(a, b)));
            return score(candidates);
        });
    }

    /** Two records to compare, the one with the smaller key first. */
    private record Candidate(LiveRecord smaller, LiveRecord larger) {}

    /** Scores candidates on all cores; returns those that are accepted or doubtful, ascending. */
    private List<ScoredPair> score(List<Candidate> candidates) {
        double least = resolver.settings().reviewWeight();
        return candidates.parallelStream()
                .<ScoredPair>mapMulti((pair, scored) -> {
                    double weight = resolver.scorer().score(pair.smaller(), pair.larger(), resolver.model());
                    if (weight >= least) {
                        RecordPair keys = new RecordPair(
                                pair.smaller().key(), pair.larger().key());
                        scored.accept(new ScoredPair(keys, weight));
                    }
                })
                .sorted(Comparator.comparing(ScoredPair::pair))
                .toList();
    }

    /** Whether a scored pair links its records, unless a guard or a judgement holds it back. */
    public boolean isAccepted(ScoredPair pair) {
        return pair.weight() >= resolver.settings().matchWeight();
    }

    /**
     * Resolves a region of which nothing is scored yet.
     *
     * @param region all live records of the components concerned, each once
     * @param standing the standing judgements that name any of them
     */
    public ResolvedRegion resolve(Collection<LiveRecord> region, Collection<Judgement> standing) {
        return resolve(region, List.of(), List.of(), List.of(), standing);
    }

    /**
     * Resolves a region of which some pairs are scored already. Doubtful pairs that lead out of the region are kept as
     * matches and asked about too; of those that lead out of it from a record that is not touched, nothing is said:
     * they stay as they are.
     *
     * @param region all live records of the components concerned and all touched live records, each once
     * @param touched the records given to {@link #score} as touched
     * @param outside the records to which scored pairs lead out of the region; more do no harm
     * @param scored what {@link #score} returned for them, all of it
     * @param standing the standing judgements that name any record of the region
     * @throws ResolutionException with {@code BROKEN_INVARIANT} if an accepted pair leads out of the region
     */
    public ResolvedRegion resolve(
            Collection<LiveRecord> region,
            Collection<RecordKey> touched,
            Collection<LiveRecord> outside,
            Collection<ScoredPair> scored,
            Collection<Judgement> standing) {
        List<LiveRecord> records = new ArrayList<>(region);
        records.sort(Comparator.comparing(LiveRecord::key));
        Map<RecordKey, Integer> index = new HashMap<>(records.size() * 2);
        for (int i = 0; i < records.size(); i++) {
            index.put(records.get(i).key(), i);
        }
        List<ScoredPair> pairs = scoreWithin(untouched(records, new HashSet<>(touched)));
        if (!scored.isEmpty()) {
            pairs = new ArrayList<>(pairs);
            pairs.addAll(scored);
            pairs.sort(Comparator.comparing(ScoredPair::pair));
        }

        DisjointSets sets = new DisjointSets(records.size());
        for (ScoredPair pair : pairs) {
            if (isAccepted(pair)) {
                sets.union(
                        inside(index, pair.pair().smaller()),
                        inside(index, pair.pair().larger()));
            }
        }
        joinJudged(sets, index, standing);
        return divide(records, index, sets, pairs, outside, standing);
    }

    private static List<LiveRecord> untouched(List<LiveRecord> records, Set<RecordKey> touched) {
        List<LiveRecord> untouched = new ArrayList<>(records.size());
        for (LiveRecord record : records) {
            if (!touched.contains(record.key())) {
                untouched.add(record);
            }
        }
        return untouched;
    }

    private static int inside(Map<RecordKey, Integer> index, RecordKey key) {
        Integer position = index.get(key);
        if (position == null) {
            throw new ResolutionException(
                    ErrorCode.BROKEN_INVARIANT,
                    "an accepted pair leads out of the region to " + key + ": all of its component must be resolved");
        }
        return position;
    }

    private static void joinJudged(DisjointSets sets, Map<RecordKey, Integer> index, Collection<Judgement> standing) {
        for (Judgement judgement : standing) {
            if (judgement.verdict() == Verdict.SAME) {
                int first = -1;
                for (RecordKey key : judgement.groups().get(0)) {
                    Integer position = index.get(key);
                    if (position != null && first >= 0) {
                        sets.union(first, position);
                    } else if (position != null) {
                        first = position;
                    }
                }
            }
        }
    }

    private ResolvedRegion divide(
            List<LiveRecord> records,
            Map<RecordKey, Integer> index,
            DisjointSets sets,
            List<ScoredPair> pairs,
            Collection<LiveRecord> outside,
            Collection<Judgement> standing) {
        Map<Integer, List<LiveRecord>> members = new LinkedHashMap<>();
        for (int i = 0; i < records.size(); i++) {
            members.computeIfAbsent(sets.find(i), root -> new ArrayList<>(2)).add(records.get(i));
        }
        Map<Integer, List<Link>> links = new HashMap<>();
        List<ScoredPair> doubtful = new ArrayList<>();
        for (ScoredPair pair : pairs) {
            if (isAccepted(pair)) {
                int root = sets.find(inside(index, pair.pair().smaller()));
                links.computeIfAbsent(root, r -> new ArrayList<>(2)).add(new Link(pair.pair(), pair.weight()));
            } else {
                doubtful.add(pair);
            }
        }
        ComponentResolution resolution = new ComponentResolution(resolver, standing);
        ComponentResolution.Kept kept = resolution.keeper();
        List<ResolvedComponent> components = new ArrayList<>(members.size());
        Map<RecordKey, RecordKey> entityOf = new HashMap<>();
        members.forEach((root, own) -> {
            Component component = new Component(own, links.getOrDefault(root, List.of()));
            Partition partition = resolution.divide(component, kept);
            components.add(new ResolvedComponent(component.name(), partition));
            partition.parts().forEach(part -> part.forEach(record -> entityOf.put(record, part.first())));
        });
        Map<RecordKey, LiveRecord> byKey = new HashMap<>();
        outside.forEach(record -> byKey.put(record.key(), record));
        records.forEach(record -> byKey.put(record.key(), record));
        for (ScoredPair pair : doubtful) {
            RecordKey ours = entityOf.get(pair.pair().smaller());
            if (ours == null || !ours.equals(entityOf.get(pair.pair().larger()))) {
                kept.keepDoubtful(
                        given(byKey, pair.pair().smaller()),
                        given(byKey, pair.pair().larger()),
                        pair.weight());
            }
        }
        return new ResolvedRegion(components, kept.matches(), kept.review());
    }

    private static LiveRecord given(Map<RecordKey, LiveRecord> byKey, RecordKey key) {
        LiveRecord record = byKey.get(key);
        if (record == null) {
            throw new IllegalArgumentException("a scored pair leads to a record that was not given: " + key);
        }
        return record;
    }
}
