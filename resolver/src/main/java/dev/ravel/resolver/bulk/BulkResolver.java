package dev.ravel.resolver.bulk;

import dev.ravel.model.cluster.Partition;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.clustering.Component;
import dev.ravel.resolver.identity.IdAssignment;
import dev.ravel.resolver.identity.IdentifiedPart;
import dev.ravel.resolver.region.ComponentResolution;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.survivorship.GoldenRecordComposer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;

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
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int[] entityOf = new int[records.length];
        Divided[] ofChunk = new Divided[Cores.chunks(components.count())];
        Cores.forEachChunk(components.count(), () -> "", (scratch, from, to, chunk) -> {
            ComponentResolution.Kept kept = resolution.keeper();
            ofChunk[chunk] = new Divided();
            for (int c = from; c < to; c++) {
                Component component = components.component(c);
                Partition partition = resolution.divide(component, kept);
                addEntities(component, partition, components.members(c), entityOf, at, ofChunk[chunk].entities);
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

    /** Makes the entities of a component, and notes for each of its records the smallest record of its entity. */
    private void addEntities(
            Component component,
            Partition partition,
            int[] members,
            int[] entityOf,
            Instant at,
            List<Entity> entities) {
        Map<RecordKey, Integer> memberOf = new HashMap<>();
        for (int i = 0; i < members.length; i++) {
            memberOf.put(component.records().get(i).key(), i);
        }
        for (SortedSet<RecordKey> part : partition.parts()) {
            List<StandardRecord> records = new ArrayList<>(part.size());
            int smallest = members[Objects.requireNonNull(memberOf.get(part.first()))];
            for (RecordKey key : part) {
                int member = Objects.requireNonNull(memberOf.get(key));
                entityOf[members[member]] = smallest;
                records.add(component.records().get(member).standard());
            }
            entities.add(entity(component.name(), part, records, at));
        }
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

    private Entity entity(String component, SortedSet<RecordKey> part, List<StandardRecord> members, Instant at) {
        IdentifiedPart identified = IdAssignment.mint(part);
        return new Entity(
                identified.id(),
                EntityState.ACTIVE,
                component,
                identified.founder(),
                at,
                1,
                1,
                at,
                "",
                part,
                GoldenRecordComposer.compose(members, resolver.settings()),
                List.of());
    }
}
