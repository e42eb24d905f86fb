package dev.ravel.resolver.bulk;

import dev.ravel.model.cluster.Partition;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.clustering.Component;
import dev.ravel.resolver.region.ComponentResolution;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Resolves all records at once, in memory, on all cores. Gives the partition that streaming the same versions under
 * the same judgements and rulings gives, because it differs only in how it finds keys, pairs and components: what a component
 * becomes is decided by the same {@link ComponentResolution}.
 *
 * <p>Thread-safe. Memory grows with records, keys, accepted and doubtful pairs, never with candidate pairs.
 */
public final class BulkResolver {
    private final Resolver resolver;
    private final Clock clock;

    /**
     * A bulk resolver.
     *
     * @param clock says when the entities were made
     */
    public BulkResolver(Resolver resolver, Clock clock) {
        this.resolver = resolver;
        this.clock = clock;
    }

    /**
     * Resolves versions given in any order; of several versions of one record the newest counts, and deleted records
     * do not take part.
     */
    public BulkResult resolve(List<SourceRecord> versions, Collection<Judgement> standing) {
        return resolve(versions, standing, Map.of());
    }

    /** The same where persons have ruled on some identifiers. */
    public BulkResult resolve(
            List<SourceRecord> versions, Collection<Judgement> standing, Map<SharedKey, IdentifierRuling> rulings) {
        return resolve(PreparedRecords.of(versions, resolver, rulings), standing);
    }

    /** Resolves records that were standardised under this resolver's settings. */
    public BulkResult resolve(PreparedRecords prepared, Collection<Judgement> standing) {
        LiveRecord[] records = prepared.records();
        KeyIndex index = prepared.index();
        PairSweep pairs = PairSweep.over(records, index, resolver);
        Components components = new Components(records, pairs.accepted(), standing, prepared::position);
        Divided divided = divide(records, components, pairs.doubtful(), standing);
        return new BulkResult(
                Cores.sorted(divided.entities, Comparator.comparing(Entity::founder)),
                Cores.sorted(divided.matches, Comparator.comparing(Match::pair)),
                Cores.sorted(divided.review, Comparator.comparing(ReviewItem::id)),
                prepared.limited(),
                prepared.leftOutKeys(),
                records.length,
                pairs.candidatePairs(),
                pairs.accepted().size());
    }

    /** What the components became. */
    private static final class Divided {
        private final List<Entity> entities = new ArrayList<>();
        private final List<Match> matches = new ArrayList<>();
        private final List<ReviewItem> review = new ArrayList<>();
    }

    private Divided divide(
            LiveRecord[] records, Components components, PairList doubtful, Collection<Judgement> standing) {
        ComponentResolution resolution = new ComponentResolution(resolver, standing);
        NewEntities made = new NewEntities(resolver, clock.instant().truncatedTo(ChronoUnit.MICROS));
        int[] entityOf = new int[records.length];
        Divided[] ofChunk = new Divided[Cores.chunks(components.count())];
        Cores.forEachChunk(components.count(), () -> "", (scratch, from, to, chunk) -> {
            ComponentResolution.Kept kept = resolution.keeper();
            ofChunk[chunk] = new Divided();
            for (int c = from; c < to; c++) {
                Component component = components.component(c);
                Partition partition = resolution.divide(component, kept);
                int[] numbers = components.members(c);
                List<Entity> entities = ofChunk[chunk].entities;
                made.forEach(component, partition, (entity, members) -> {
                    entities.add(entity);
                    for (int member : members) {
                        entityOf[numbers[member]] = numbers[members[0]];
                    }
                });
            }
            ofChunk[chunk].matches.addAll(kept.matches());
            ofChunk[chunk].review.addAll(kept.review());
        });
        Divided all = new Divided();
        for (Divided some : ofChunk) {
            all.entities.addAll(some.entities);
            all.matches.addAll(some.matches);
            all.review.addAll(some.review);
        }
        keepDoubtful(records, doubtful, entityOf, resolution, all);
        return all;
    }

    private static void keepDoubtful(
            LiveRecord[] records, PairList doubtful, int[] entityOf, ComponentResolution resolution, Divided all) {
        Divided[] ofChunk = new Divided[Cores.chunks(doubtful.size())];
        Cores.forEachChunk(doubtful.size(), () -> "", (scratch, from, to, chunk) -> {
            ComponentResolution.Kept kept = resolution.keeper();
            for (int i = from; i < to; i++) {
                int a = doubtful.smaller(i);
                int b = doubtful.larger(i);
                if (entityOf[a] != entityOf[b]) {
                    kept.keepDoubtful(records[a], records[b], doubtful.weight(i));
                }
            }
            ofChunk[chunk] = new Divided();
            ofChunk[chunk].matches.addAll(kept.matches());
            ofChunk[chunk].review.addAll(kept.review());
        });
        for (Divided some : ofChunk) {
            all.matches.addAll(some.matches);
            all.review.addAll(some.review);
        }
    }
}
