package dev.ravel.resolver.region;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StaleReadException;
import dev.ravel.resolver.store.StoredRecord;
import dev.ravel.resolver.store.WholeComponents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whole components as they are stored, locked by this transaction.
 *
 * @param entities their active entities, by id
 * @param records their stored records, by key
 * @param standing the standing judgements that name any of their records or any of the records asked for
 * @param matches the kept matches of their records, with each other and with others; asked for, and waited for when they
 *     are got
 */
public record StoredRegion(
        SortedMap<EntityId, Entity> entities,
        Map<RecordKey, StoredRecord> records,
        List<Judgement> standing,
        Supplier<List<Match>> matches) {

    /**
     * Locks the components of some records and reads them whole.
     *
     * @param anchors stored records, read in this transaction before; the live ones say which components are meant
     * @param arriving records that are not stored yet
     * @throws StaleReadException if a record has moved since it was read, or a judgement ties in a record that no anchor
     *     led to
     */
    public static StoredRegion lock(
            ResolutionTransaction transaction, Collection<StoredRecord> anchors, Collection<RecordKey> arriving) {
        SortedSet<String> components = new TreeSet<>();
        Map<RecordKey, StoredRecord> read = new HashMap<>();
        for (StoredRecord anchor : anchors) {
            read.put(anchor.key(), anchor);
            if (anchor.entity().isPresent()) {
                components.add(anchor.component());
            }
        }
        SortedMap<EntityId, Entity> entities = transaction.lockComponents(components);
        requireUnmoved(anchors, entities);

        Set<RecordKey> members = new HashSet<>();
        entities.values().forEach(entity -> members.addAll(entity.records()));
        Map<RecordKey, StoredRecord> records = new HashMap<>();
        List<RecordKey> unread = new ArrayList<>();
        for (RecordKey member : members) {
            @Nullable StoredRecord known = read.get(member);
            if (known == null) {
                unread.add(member);
            } else {
                records.put(member, known);
            }
        }
        if (!unread.isEmpty()) {
            records.putAll(transaction.records(unread));
        }
        if (records.size() != members.size()) {
            throw new StaleReadException("an entity has a record that is not stored any more");
        }
        Set<RecordKey> named = new HashSet<>(members);
        named.addAll(read.keySet());
        named.addAll(arriving);
        Supplier<List<Match>> matches = askMatches(transaction, records.keySet());
        List<Judgement> standing = named.isEmpty() ? List.of() : transaction.standingJudgements(named);
        requireWhole(transaction, standing, named);
        return new StoredRegion(entities, records, standing, matches);
    }

    /**
     * Locks whole components and reads them. For who names live records or entities: what ties their records together ties
     * them in one component, so that nothing outside has to be asked about.
     *
     * @param within entities of these components
     * @param named live records that were read to be in these components
     * @throws StaleReadException if a named record has moved since, or a judgement ties in a record of another component
     */
    public static StoredRegion lockWhole(
            ResolutionTransaction transaction, SortedSet<EntityId> within, Collection<RecordKey> named) {
        WholeComponents whole = transaction.lockAround(within);
        Set<RecordKey> members = whole.records().keySet();
        if (!members.containsAll(named)) {
            throw new StaleReadException("of " + named + " some have moved meanwhile");
        }
        List<RecordKey> judged = new ArrayList<>();
        whole.records().forEach((key, stored) -> {
            if (stored.judged()) {
                judged.add(key);
            }
        });
        Supplier<List<Match>> matches = askMatches(transaction, members);
        List<Judgement> standing = judged.isEmpty() ? List.of() : transaction.standingJudgements(judged);
        requireWhole(transaction, standing, members);
        return new StoredRegion(whole.entities(), whole.records(), standing, matches);
    }

    /** Asks before the judgements are waited for, so that both are read in one wait. */
    private static Supplier<List<Match>> askMatches(ResolutionTransaction transaction, Set<RecordKey> records) {
        return records.isEmpty() ? List::of : transaction.askMatches(records);
    }

    /**
     * The live records that a person judged to be one customer with any of these: their components have to be locked
     * with them. Deleted ones tie nothing together.
     *
     * @param arriving records that are not stored yet; a judgement may name them all the same
     */
    public static Collection<StoredRecord> judgedSame(
            ResolutionTransaction transaction, Collection<StoredRecord> records, Collection<RecordKey> arriving) {
        Set<RecordKey> judged = new HashSet<>(arriving);
        for (StoredRecord stored : records) {
            if (stored.judged()) {
                judged.add(stored.key());
            }
        }
        if (judged.isEmpty()) {
            return List.of();
        }
        Set<RecordKey> partners = partners(transaction.standingJudgements(judged));
        partners.removeAll(judged);
        return partners.isEmpty()
                ? List.of()
                : transaction.records(partners).values().stream()
                        .filter(partner -> !partner.deleted())
                        .toList();
    }

    private static Set<RecordKey> partners(List<Judgement> standing) {
        Set<RecordKey> partners = new HashSet<>();
        for (Judgement judgement : standing) {
            if (judgement.verdict() == Verdict.SAME) {
                partners.addAll(judgement.groups().get(0));
            }
        }
        return partners;
    }

    private static void requireUnmoved(Collection<StoredRecord> anchors, SortedMap<EntityId, Entity> entities) {
        for (StoredRecord anchor : anchors) {
            if (anchor.entity().isEmpty()) {
                continue;
            }
            @Nullable Entity entity = entities.get(anchor.entity().get());
            if (entity == null
                    || !entity.component().equals(anchor.component())
                    || !entity.records().contains(anchor.key())) {
                throw new StaleReadException(
                        anchor.key() + " has left " + anchor.entity().get() + " meanwhile");
            }
        }
    }

    private static void requireWhole(
            ResolutionTransaction transaction, List<Judgement> standing, Set<RecordKey> named) {
        Set<RecordKey> outside = partners(standing);
        outside.removeAll(named);
        if (!outside.isEmpty()
                && transaction.records(outside).values().stream().anyMatch(stored -> !stored.deleted())) {
            throw new StaleReadException("a judgement has tied other records in meanwhile");
        }
    }
}
