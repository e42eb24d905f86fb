package dev.ravel.resolver.identity;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity gets its id.
 *
 * <ol>
 *   <li><b>Claim.</b> Each active id is claimed by the part that holds most of its records; ties go to the part with its
 *       founding record, then to the part with the smallest of its records. An id of which no record is left claims
 *       nothing.
 *   <li><b>Keep.</b> A part with claims keeps the oldest id (by creation, then founder, then id); the others retire.
 *   <li><b>Revive.</b> A part without a claim takes the oldest retired id whose founding record it holds, one that
 *       retires in this very step included.
 *   <li><b>Mint.</b> Else it founds a new id for its smallest record.
 * </ol>
 *
 * <p>An entity whose records stay what they are keeps its id, whatever claims it.
 *
 * <p>Where something is taken back, the ids that it changed claim by the records that they had before it, retired ones too;
 * one of which none of these is left, or that did not stand then, claims by the records that it has now, and only a part that
 * has no claim yet. So parts that are as they were get the ids that they had.
 *
 * <p>A retired id is left with successors: the ids of all parts that hold records which it had, none if those are gone.
 *
 * <p>This is a pure function; giving the same parts again keeps all ids, and so it may be repeated. Each id goes to one
 * part at most.
 *
 * @param parts the parts with their ids, ascending by smallest record
 * @param retired the ids that stood before and stand no more, each with its successors, ascending
 */
public record IdAssignment(List<IdentifiedPart> parts, SortedMap<EntityId, SortedSet<EntityId>> retired) {
    private static final Comparator<Entity> OLDEST_FIRST = Comparator.comparing(Entity::createdAt)
            .thenComparing(Entity::founder)
            .thenComparing(Entity::id);

    public IdAssignment {
        parts = parts.stream()
                .sorted(Comparator.comparing(part -> part.records().first()))
                .toList();
        retired = Collections.unmodifiableSortedMap(new TreeMap<>(retired));
    }

    /**
     * Gives ids to the parts of a region.
     *
     * @param parts disjoint, non-empty sets of records
     * @param standing the active entities of the region, as they are before: all that lose or keep records of the parts
     * @param founded the entities, active or retired, that were minted for any record of the parts; those that stand in
     *     the region may be among them
     */
    public static IdAssignment assign(
            Collection<? extends SortedSet<RecordKey>> parts, Collection<Entity> standing, Collection<Entity> founded) {
        return assign(parts, standing, founded, EarlierMembers.NONE);
    }

    /**
     * Gives ids to the parts of a region in which something is taken back.
     *
     * @param founded as above; and the entities that were minted for the founders of {@code earlier}
     * @param earlier what ids stood for before it
     */
    public static IdAssignment assign(
            Collection<? extends SortedSet<RecordKey>> parts,
            Collection<Entity> standing,
            Collection<Entity> founded,
            EarlierMembers earlier) {
        SortedMap<EntityId, SortedSet<RecordKey>> members =
                earlier.fitting(parts, standing).members();
        List<SortedSet<RecordKey>> ordered = new ArrayList<>(parts);
        ordered.sort(Comparator.comparing(SortedSet::first));
        Map<RecordKey, Integer> partOf = partOf(ordered);
        @Nullable Entity[] heir = new @Nullable Entity[ordered.size()];
        Set<EntityId> taken = new HashSet<>();
        Set<EntityId> stood = new HashSet<>();
        standing.forEach(entity -> stood.add(entity.id()));
        List<Entity> without = new ArrayList<>();
        for (Entity entity : standing) {
            Integer part = entity.records().isEmpty()
                    ? null
                    : partOf.get(entity.records().first());
            if (part != null && ordered.get(part).equals(entity.records())) {
                heir[part] = entity;
                taken.add(entity.id());
            }
        }
        for (Entity entity : oldestFirst(claimants(standing, founded, members))) {
            if (taken.contains(entity.id())) {
                continue;
            }
            int part = claim(entity, members.getOrDefault(entity.id(), entity.records()), partOf);
            if (part >= 0 && heir[part] == null) {
                heir[part] = entity;
                taken.add(entity.id());
            } else if (part < 0) {
                without.add(entity);
            }
        }
        for (Entity entity : without) {
            int part = claim(entity, entity.records(), partOf);
            if (part >= 0 && heir[part] == null) {
                heir[part] = entity;
                taken.add(entity.id());
            }
        }
        for (Entity entity : oldestFirst(retiredOnes(standing, founded, taken))) {
            Integer part = partOf.get(entity.founder());
            if (part != null && heir[part] == null) {
                heir[part] = entity;
                taken.add(entity.id());
            }
        }
        Set<EntityId> ever = new HashSet<>(stood);
        founded.forEach(entity -> ever.add(entity.id()));
        List<IdentifiedPart> identified = new ArrayList<>(ordered.size());
        for (int p = 0; p < ordered.size(); p++) {
            identified.add(identify(ordered.get(p), heir[p], stood, ever));
        }
        return new IdAssignment(identified, retirements(standing, taken, identified, partOf));
    }

    /** Mints ids for parts without any history, as bulk resolution does: the ids of a graph's first resolution. */
    public static IdentifiedPart mint(SortedSet<RecordKey> part) {
        return identify(part, null, Set.of(), Set.of());
    }

    private static Map<RecordKey, Integer> partOf(List<SortedSet<RecordKey>> parts) {
        Map<RecordKey, Integer> partOf = new HashMap<>();
        for (int p = 0; p < parts.size(); p++) {
            for (RecordKey record : parts.get(p)) {
                if (partOf.put(record, p) != null) {
                    throw new IllegalArgumentException(record + " is in two parts");
                }
            }
        }
        return partOf;
    }

    /** The ids that claim: those that stand in the region, and the retired ones that stood before what is taken back. */
    private static Collection<Entity> claimants(
            Collection<Entity> standing,
            Collection<Entity> founded,
            SortedMap<EntityId, SortedSet<RecordKey>> earlier) {
        if (earlier.isEmpty()) {
            return standing;
        }
        List<Entity> claimants = new ArrayList<>(standing);
        for (Entity entity : founded) {
            if (entity.state() == EntityState.RETIRED && earlier.containsKey(entity.id())) {
                claimants.add(entity);
            }
        }
        return claimants;
    }

    /** The part that holds most of these records of an entity, -1 if none is left. */
    private static int claim(Entity entity, SortedSet<RecordKey> records, Map<RecordKey, Integer> partOf) {
        Map<Integer, Integer> held = new LinkedHashMap<>();
        for (RecordKey record : records) {
            Integer part = partOf.get(record);
            if (part != null) {
                held.merge(part, 1, Integer::sum);
            }
        }
        Integer founders = partOf.get(entity.founder());
        int claimed = -1;
        int most = 0;
        for (Map.Entry<Integer, Integer> part : held.entrySet()) {
            if (part.getValue() > most
                    || (part.getValue() == most && part.getKey().equals(founders))) {
                claimed = part.getKey();
                most = part.getValue();
            }
        }
        return claimed;
    }

    /** What may be revived: the ids that retired before, and those that stand but could not keep a part. */
    private static List<Entity> retiredOnes(
            Collection<Entity> standing, Collection<Entity> founded, Set<EntityId> taken) {
        List<Entity> free = new ArrayList<>();
        for (Entity entity : standing) {
            if (!taken.contains(entity.id())) {
                free.add(entity);
            }
        }
        for (Entity entity : founded) {
            if (entity.state() == EntityState.RETIRED && !taken.contains(entity.id())) {
                free.add(entity);
            }
        }
        return free;
    }

    private static IdentifiedPart identify(
            SortedSet<RecordKey> part, @Nullable Entity heir, Set<EntityId> stood, Set<EntityId> ever) {
        if (heir != null) {
            IdOrigin origin = stood.contains(heir.id()) ? IdOrigin.KEPT : IdOrigin.REVIVED;
            return new IdentifiedPart(heir.id(), origin, heir.founder(), part);
        }
        RecordKey founder = part.first();
        int incarnation = 0;
        while (ever.contains(MintedId.of(founder, incarnation))) {
            incarnation++;
        }
        return new IdentifiedPart(MintedId.of(founder, incarnation), IdOrigin.MINTED, founder, part);
    }

    private static SortedMap<EntityId, SortedSet<EntityId>> retirements(
            Collection<Entity> standing,
            Set<EntityId> taken,
            List<IdentifiedPart> identified,
            Map<RecordKey, Integer> partOf) {
        SortedMap<EntityId, SortedSet<EntityId>> retired = new TreeMap<>();
        for (Entity entity : standing) {
            if (!taken.contains(entity.id())) {
                SortedSet<EntityId> successors = new TreeSet<>();
                for (RecordKey record : entity.records()) {
                    Integer part = partOf.get(record);
                    if (part != null) {
                        successors.add(identified.get(part).id());
                    }
                }
                retired.put(entity.id(), successors);
            }
        }
        return retired;
    }

    private static List<Entity> oldestFirst(Collection<Entity> entities) {
        return entities.stream().sorted(OLDEST_FIRST).toList();
    }
}
