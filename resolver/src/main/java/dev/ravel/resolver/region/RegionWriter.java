package dev.ravel.resolver.region;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.identity.IdAssignment;
import dev.ravel.resolver.identity.IdOrigin;
import dev.ravel.resolver.identity.IdentifiedPart;
import dev.ravel.resolver.lineage.EntityStep;
import dev.ravel.resolver.lineage.EntityUpdate;
import dev.ravel.resolver.lineage.EntityUpdates;
import dev.ravel.resolver.lineage.EventChain;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.MembershipWrite;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.ReviewClosing;
import dev.ravel.resolver.survivorship.GoldenRecordComposer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a locked region again and collects what has to be written: entities, memberships, events, matches and review
 * items. Thread-safe.
 *
 * <p>The partition comes first and knows no history ({@link RegionResolution}); ids and events come after it and do.
 */
public final class RegionWriter {
    private final Resolver resolver;
    private final RegionResolution resolution;

    /** A writer that scores anew each time. */
    public RegionWriter(Resolver resolver) {
        this(resolver, new RegionResolution(resolver));
    }

    /**
     * A writer.
     *
     * @param resolution how regions are divided, by the same resolver
     */
    public RegionWriter(Resolver resolver, RegionResolution resolution) {
        this.resolver = resolver;
        this.resolution = resolution;
    }

    /**
     * The recorded time of a transaction on a region: now, but after the last event of each of its entities, so that all
     * its events can have the same time.
     */
    public static Instant recordedTime(Instant now, StoredRegion region) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        for (Entity entity : region.entities().values()) {
            Instant earliest = entity.lastEventAt().plus(1, ChronoUnit.MICROS);
            at = at.isBefore(earliest) ? earliest : at;
        }
        return at;
    }

    /**
     * Resolves a region again and adds the difference to a change.
     *
     * @param region the region as stored, locked
     * @param at the transaction's recorded time, from {@link #recordedTime}
     * @return what happened, with every entity that is different now
     */
    public RegionOutcome resolve(
            ResolutionTransaction transaction,
            StoredRegion region,
            RegionChange change,
            Instant at,
            GraphChange.Builder write) {
        return resolve(transaction, region, region.matches().get(), change, at, write);
    }

    /**
     * The same with the matches that were read of the region.
     *
     * @param stored the kept matches of its records, read after it was locked
     */
    public RegionOutcome resolve(
            ResolutionTransaction transaction,
            StoredRegion region,
            List<Match> stored,
            RegionChange change,
            Instant at,
            GraphChange.Builder write) {
        ResolvedRegion resolved = resolution.resolve(
                change.records(), change.touched(), change.neighbours(), change.scored(), change.standing());
        List<SortedSet<RecordKey>> parts = new ArrayList<>();
        resolved.components()
                .forEach(component -> parts.addAll(component.partition().parts()));
        Collection<Entity> standing = region.entities().values();
        Collection<Entity> founded = founded(transaction, region, change, parts);
        IdAssignment assignment = IdAssignment.assign(parts, standing, founded, change.earlier());

        RegionOutcome outcome = advance(region, change, resolved, assignment, founded, at, write);
        SortedMap<RecordKey, EntityId> memberships = writeMemberships(region, assignment, at, write);
        closeQuestionsOfParted(transaction, region, memberships, change, write);
        MatchDifference.write(stored, resolved, change, write);
        return outcome;
    }

    /** How pairs are scored and a region is divided. */
    public RegionResolution resolution() {
        return resolution;
    }

    /**
     * The entities minted before for records of parts that no standing id claims; only stored records have any. And those of
     * which it is known what they stood for, if something is taken back.
     */
    private static Collection<Entity> founded(
            ResolutionTransaction transaction,
            StoredRegion region,
            RegionChange change,
            List<SortedSet<RecordKey>> parts) {
        Collection<Entity> standing = region.entities().values();
        Set<RecordKey> founders = new HashSet<>(change.earlier().allFounders());
        for (IdentifiedPart part : IdAssignment.assign(parts, standing, List.of(), change.earlier())
                .parts()) {
            if (part.origin() != IdOrigin.KEPT) {
                for (RecordKey key : part.records()) {
                    if (region.records().containsKey(key) || change.restored().contains(key)) {
                        founders.add(key);
                    }
                }
            }
        }
        return founders.isEmpty() ? List.of() : transaction.foundedBy(founders).values();
    }

    private RegionOutcome advance(
            StoredRegion region,
            RegionChange change,
            ResolvedRegion resolved,
            IdAssignment assignment,
            Collection<Entity> founded,
            Instant at,
            GraphChange.Builder write) {
        Map<RecordKey, String> componentOf = new HashMap<>();
        for (ResolvedComponent component : resolved.components()) {
            component.partition().parts().forEach(part -> componentOf.put(part.first(), component.name()));
        }
        Map<RecordKey, StandardRecord> standards = new HashMap<>();
        for (LiveRecord record : change.records()) {
            standards.put(record.key(), record.standard());
        }
        Map<EntityId, GoldenRecord> goldens = assignment.parts().parallelStream()
                .collect(Collectors.toMap(IdentifiedPart::id, part -> golden(part, region, change, standards)));
        List<EntityUpdate> updates = EntityUpdates.of(
                assignment,
                region.entities().values(),
                founded,
                part -> componentOf.getOrDefault(part.records().first(), ""),
                part -> Objects.requireNonNull(goldens.get(part.id())));
        String digest = resolver.digest().hex();
        List<EntityStep> steps = updates.parallelStream()
                .map(update -> EventChain.advance(update, change.cause(), digest, at))
                .toList();
        List<Entity> changed = new ArrayList<>();
        List<LineageEvent> events = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            EntityUpdate update = updates.get(i);
            EntityStep step = steps.get(i);
            boolean renamed = update.before()
                    .filter(before -> before.component().equals(step.entity().component()))
                    .isEmpty();
            if (step.event().isPresent() || renamed) {
                write.entities.add(step.entity());
            }
            step.event().ifPresent(event -> {
                changed.add(step.entity());
                events.add(event);
            });
        }
        write.events.addAll(events);
        return new RegionOutcome(changed, events);
    }

    /** The golden record of a part; an entity with the same records and contents keeps its own. */
    private GoldenRecord golden(
            IdentifiedPart part, StoredRegion region, RegionChange change, Map<RecordKey, StandardRecord> standards) {
        @Nullable Entity before = region.entities().get(part.id());
        if (before != null
                && before.records().equals(part.records())
                && part.records().stream().noneMatch(change.touched()::contains)) {
            return before.golden();
        }
        List<StandardRecord> members = new ArrayList<>();
        for (RecordKey key : part.records()) {
            members.add(Objects.requireNonNull(standards.get(key)));
        }
        return GoldenRecordComposer.compose(members, resolver.settings());
    }

    /** Adds the changes of membership and returns the memberships after them. */
    private static SortedMap<RecordKey, EntityId> writeMemberships(
            StoredRegion region, IdAssignment assignment, Instant at, GraphChange.Builder write) {
        SortedMap<RecordKey, EntityId> before = new TreeMap<>();
        for (Entity entity : region.entities().values()) {
            entity.records().forEach(key -> before.put(key, entity.id()));
        }
        SortedMap<RecordKey, EntityId> after = new TreeMap<>();
        for (IdentifiedPart part : assignment.parts()) {
            part.records().forEach(key -> after.put(key, part.id()));
        }
        SortedSet<RecordKey> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (RecordKey key : all) {
            Optional<EntityId> from = Optional.ofNullable(before.get(key));
            Optional<EntityId> to = Optional.ofNullable(after.get(key));
            if (!from.equals(to)) {
                write.memberships.add(new MembershipWrite(key, from, to, at));
            }
        }
        return after;
    }

    /**
     * Closes the questions whether a record still belongs with another one where the two have parted, or one has gone. Only
     * entities that lost some of their records and not all to one other are asked about.
     */
    private static void closeQuestionsOfParted(
            ResolutionTransaction transaction,
            StoredRegion region,
            SortedMap<RecordKey, EntityId> memberships,
            RegionChange change,
            GraphChange.Builder write) {
        Map<RecordKey, EntityId> parted = new TreeMap<>();
        for (Entity entity : region.entities().values()) {
            if (!entity.records().isEmpty()) {
                @Nullable EntityId place = memberships.get(entity.records().first());
                if (place == null || entity.records().stream().anyMatch(key -> !place.equals(memberships.get(key)))) {
                    entity.records().forEach(key -> parted.put(key, entity.id()));
                }
            }
        }
        if (parted.isEmpty()) {
            return;
        }
        List<ReviewItem> asked = new ArrayList<>(transaction.openContradictions(parted.keySet()));
        asked.addAll(transaction.openAudits(parted.keySet()));
        for (ReviewItem item : asked) {
            if (item.pair().filter(pair -> isMoot(pair, parted, memberships)).isPresent()) {
                write.reviewClosed.add(new ReviewClosing(item.id(), change.cause()));
            }
        }
    }

    /** Whether two records that were in one entity are not any more, or one of two that were not is live no more. */
    private static boolean isMoot(
            RecordPair pair, Map<RecordKey, EntityId> parted, SortedMap<RecordKey, EntityId> memberships) {
        @Nullable EntityId before = parted.get(pair.smaller());
        if (before != null && before.equals(parted.get(pair.larger()))) {
            @Nullable EntityId now = memberships.get(pair.smaller());
            return now == null || !now.equals(memberships.get(pair.larger()));
        }
        return Stream.of(pair.smaller(), pair.larger())
                .anyMatch(record -> parted.containsKey(record) && !memberships.containsKey(record));
    }
}
