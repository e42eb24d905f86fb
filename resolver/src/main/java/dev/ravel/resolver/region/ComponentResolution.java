package dev.ravel.resolver.region;

import dev.ravel.model.cluster.Partition;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.clustering.Clustering;
import dev.ravel.resolver.clustering.Component;
import dev.ravel.resolver.clustering.Guards;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Resolves one component after the other: divides it, and keeps the matches and questions that come of it. Thread-safe;
 * each thread collects into a {@link Kept} of its own.
 */
public final class ComponentResolution {
    private final Resolver resolver;
    private final Guards guards;
    private final StandingJudgements standing;

    /**
     * The resolution of components under standing judgements.
     *
     * @param standing the standing judgements that name any record of any component, more do no harm
     */
    public ComponentResolution(Resolver resolver, Collection<Judgement> standing) {
        this.resolver = resolver;
        this.guards = Guards.of(resolver.settings(), resolver.model());
        this.standing = new StandingJudgements(standing);
    }

    /** Collects the matches and questions of components. Not thread-safe. */
    public final class Kept {
        private final List<Match> matches = new ArrayList<>();
        private final List<ReviewItem> review = new ArrayList<>();
        private final KeptMatches keeper = new KeptMatches(resolver, guards, standing, matches, review);

        private Kept() {}

        /** Keeps a doubtful pair of records of two different entities. */
        public void keepDoubtful(LiveRecord a, LiveRecord b, double weight) {
            keeper.collectDoubtful(a, b, weight);
        }

        /** The matches kept so far, ascending by pair. */
        public List<Match> matches() {
            matches.sort(Comparator.comparing(Match::pair));
            return matches;
        }

        /** The questions so far, ascending by id. */
        public List<ReviewItem> review() {
            review.sort(Comparator.comparing(ReviewItem::id));
            return review;
        }
    }

    /** A new collector. */
    public Kept keeper() {
        return new Kept();
    }

    /** Divides a component into entities and keeps what is worth keeping of its links. */
    public Partition divide(Component component, Kept kept) {
        Partition partition = Clustering.cluster(component, standing.naming(component.records()), guards);
        if (component.records().size() > 1) {
            kept.keeper.collect(component, partition);
        }
        return partition;
    }
}
