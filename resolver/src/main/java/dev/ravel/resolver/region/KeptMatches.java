package dev.ravel.resolver.region;

import dev.ravel.model.cluster.Guard;
import dev.ravel.model.cluster.HeldLink;
import dev.ravel.model.cluster.Partition;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.clustering.Clustering;
import dev.ravel.resolver.clustering.Component;
import dev.ravel.resolver.clustering.DisjointSets;
import dev.ravel.resolver.clustering.Guards;
import dev.ravel.resolver.clustering.Link;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which scored pairs of a component are worth keeping, and which of them are questions for people. All other scores can
 * be computed again.
 *
 * <ul>
 *   <li>Inside an entity: a maximum spanning forest (Kruskal 1956) of the links, by descending weight, ties by the smallest
 *       pair; so the chain of kept matches between two records is the strongest there is. SAME judgements join what no
 *       link does.
 *   <li>Between two entities: for each guard the strongest link that it held; and, if a person has judged that very pair,
 *       also the strongest that nobody has looked at. What the size guard held is thinned to a spanning forest of the
 *       entities, because it may be very much.
 * </ul>
 *
 * <p>An entity is in one open question about held links at most, the one about its strongest: where a record could belong
 * to several others, the answer to the first says whether the next is worth asking.
 */
final class KeptMatches {
    private static final Comparator<HeldLink> STRONGEST_FIRST =
            Comparator.comparingDouble(HeldLink::weight).reversed().thenComparing(HeldLink::pair);

    private final Resolver resolver;
    private final Guards guards;
    private final StandingJudgements standing;
    private final List<Match> matches;
    private final List<ReviewItem> review;

    /** The records of the component at hand, with the position of each and the part in which it is. */
    private List<LiveRecord> records = List.of();

    private Map<RecordKey, Integer> positions = Map.of();
    private int[] partOf = {};

    /** Collects into the given lists. */
    KeptMatches(
            Resolver resolver,
            Guards guards,
            StandingJudgements standing,
            List<Match> matches,
            List<ReviewItem> review) {
        this.resolver = resolver;
        this.guards = guards;
        this.standing = standing;
        this.matches = matches;
        this.review = review;
    }

    /** What is kept of one component. */
    void collect(Component component, Partition partition) {
        records = component.records();
        positions = new HashMap<>(records.size() * 2);
        for (int i = 0; i < records.size(); i++) {
            positions.put(records.get(i).key(), i);
        }
        partOf = new int[records.size()];
        for (int p = 0; p < partition.parts().size(); p++) {
            for (RecordKey record : partition.parts().get(p)) {
                partOf[position(record)] = p;
            }
        }
        collectInside(component.links(), standing.naming(records));
        if (!partition.held().isEmpty()) {
            collectBetween(partition);
        }
    }

    /**
     * Keeps a doubtful pair of two different entities, and asks about it unless somebody has looked already. Two that the
     * guards would keep apart anyway are not doubtful.
     */
    void collectDoubtful(LiveRecord a, LiveRecord b, double weight) {
        RecordPair pair = RecordPair.of(a.key(), b.key());
        if (standing.setApart(pair) || Clustering.keepsApart(a, b, guards)) {
            return;
        }
        matches.add(match(a, b, weight, MatchStatus.REVIEW, ""));
        if (!standing.looked(pair)) {
            review.add(ReviewItem.of(ReviewKind.DOUBTFUL_PAIR, pair, weight, ""));
        }
    }

    private void collectInside(List<Link> links, List<Judgement> judgements) {
        DisjointSets joined = new DisjointSets(records.size());
        List<Link> strongestFirst = new ArrayList<>(links);
        if (links.size() > 1) {
            strongestFirst.sort(
                    Comparator.comparingDouble(Link::weight).reversed().thenComparing(Link::pair));
        }
        for (Link link : strongestFirst) {
            int a = position(link.pair().smaller());
            int b = position(link.pair().larger());
            if (partOf[a] == partOf[b] && joined.union(a, b)) {
                matches.add(match(records.get(a), records.get(b), link.weight(), MatchStatus.ACCEPTED, ""));
            }
        }
        for (Judgement judgement : sames(judgements)) {
            Map<Integer, Integer> previousOfPart = new HashMap<>();
            for (RecordKey record : judgement.groups().get(0)) {
                Integer own = positions.get(record);
                Integer previous = own == null ? null : previousOfPart.put(partOf[own], own);
                if (own != null && previous != null && joined.union(previous, own)) {
                    RecordPair pair = RecordPair.of(records.get(previous).key(), record);
                    matches.add(match(pair, score(pair), MatchStatus.JUDGED, judgement.id()));
                }
            }
        }
    }

    private static List<Judgement> sames(List<Judgement> judgements) {
        return judgements.stream()
                .filter(judgement -> judgement.verdict() == Verdict.SAME)
                .sorted(Comparator.comparing(Judgement::id))
                .toList();
    }

    private void collectBetween(Partition partition) {
        List<HeldLink> strongestFirst = new ArrayList<>(partition.held());
        strongestFirst.sort(STRONGEST_FIRST);
        DisjointSets bridged = new DisjointSets(partition.parts().size());
        Set<String> kept = new HashSet<>();
        BitSet asked = new BitSet(partition.parts().size());
        for (HeldLink link : strongestFirst) {
            int a = partOf[position(link.pair().smaller())];
            int b = partOf[position(link.pair().larger())];
            if (link.guard() == Guard.COMPONENT_SIZE && !bridged.union(a, b)) {
                continue;
            }
            boolean looked = standing.looked(link.pair());
            String question = Math.min(a, b) + "/" + Math.max(a, b) + "/" + link.guard();
            boolean strongest = kept.add(question);
            boolean strongestOpen = !looked && kept.add(question + "/open");
            if (strongest || strongestOpen) {
                matches.add(match(link));
            }
            if (strongestOpen && !asked.get(a) && !asked.get(b)) {
                asked.set(a);
                asked.set(b);
                review.add(question(link));
            }
        }
    }

    private static ReviewItem question(HeldLink link) {
        return link.guard() == Guard.CANNOT_LINK
                ? ReviewItem.of(ReviewKind.BLOCKED_BRIDGE, link.pair(), link.weight(), link.cause())
                : ReviewItem.of(
                        ReviewKind.TRIPPED_GUARD,
                        link.pair(),
                        link.weight(),
                        link.guard().name());
    }

    private Match match(HeldLink link) {
        return link.guard() == Guard.CANNOT_LINK
                ? match(link.pair(), link.weight(), MatchStatus.BLOCKED, link.cause())
                : match(
                        link.pair(),
                        link.weight(),
                        MatchStatus.HELD,
                        link.guard().name());
    }

    private Match match(RecordPair pair, double weight, MatchStatus status, String cause) {
        return match(record(pair.smaller()), record(pair.larger()), weight, status, cause);
    }

    private Match match(LiveRecord a, LiveRecord b, double weight, MatchStatus status, String cause) {
        String rule = CandidatePairs.rule(a, b);
        RecordPair pair = RecordPair.of(a.key(), b.key());
        boolean inOrder = pair.smaller().equals(a.key());
        String evidence = EvidenceLine.of(inOrder ? a : b, inOrder ? b : a, resolver);
        return new Match(pair, weight, status, evidence, rule, cause);
    }

    private double score(RecordPair pair) {
        return resolver.scorer().score(record(pair.smaller()), record(pair.larger()), resolver.model());
    }

    private LiveRecord record(RecordKey key) {
        return records.get(position(key));
    }

    private int position(RecordKey key) {
        return Objects.requireNonNull(positions.get(key), "a record of the component");
    }
}
