package dev.ravel.resolver.stream;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.identity.EarlierMembers;
import dev.ravel.resolver.region.RegionOutcome;
import dev.ravel.resolver.region.RegionWriter;
import dev.ravel.resolver.region.StandardRecords;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.store.FormerKeys;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.InputOffset;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StaleReadException;
import dev.ravel.resolver.store.StoredIdentifierJudgement;
import dev.ravel.resolver.store.StoredRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * One attempt to take a batch into the graph, in one transaction. {@link #run} is the order of the locks and of the steps;
 * each step is a method or a class of its own.
 *
 * <p>Locks: the records that change, then all keys of their versions, then the components touched. What a lock protects is
 * read after it. A key that crosses a cap changes the masks of all its carriers, so they are touched as well: they and
 * their keys are locked late, out of order, which may end in a deadlock with another writer, and the store then runs one of
 * the two again.
 *
 * <p>The records are written as soon as their keys are locked, while the neighbours that were asked for are on their way:
 * the store is at work while pairs are scored.
 */
final class BatchTransaction {
    private final Resolver resolver;
    private final StandardRecords standards;
    private final RegionWriter regions;
    private final SurroundingsReader surroundings;
    private final ResolutionTransaction transaction;

    BatchTransaction(
            Resolver resolver, StandardRecords standards, RegionWriter regions, ResolutionTransaction transaction) {
        this.resolver = resolver;
        this.standards = standards;
        this.regions = regions;
        this.surroundings = new SurroundingsReader(standards, regions.resolution(), transaction);
        this.transaction = transaction;
    }

    /** Takes a batch in. */
    BatchResult run(Arrivals arrivals, Collection<InputOffset> offsets, Instant now) {
        Runnable givingWay = transaction.askToGiveWay();
        Map<RecordKey, StoredRecord> stored = new HashMap<>(transaction.records(arrivals.keys()));
        givingWay.run();
        Intake unlocked = Intake.of(arrivals, stored, standards::source);
        if (unlocked.saysNothingNew()) {
            return nothingNew(arrivals, offsets, now);
        }
        stored.putAll(lockRecords(unlocked, stored.keySet()));
        Arriving arriving =
                Arriving.of(arrivals, stored, Rekeying.read(transaction, stored.values()), standards, resolver);
        Intake intake = arriving.intake();
        SortedMap<RecordKey, TouchedRecord> touched = arriving.touched();
        KeyLedger keys = arriving.keys();
        keys.lock(transaction);
        touchCarriersOfCrossedKeys(keys, touched);
        List<LiveRecord> live = live(touched, keys);
        Supplier<List<StoredRecord>> carriers = surroundings.askCarriers(live, keys);
        Runnable givingWayAgain = transaction.askToGiveWay();
        Instant arrivedAt = now.truncatedTo(ChronoUnit.MICROS);
        GraphChange.Builder arrived = new GraphChange.Builder();
        RecordWrites.add(intake, touched, live, arrivedAt, arrived);
        arrived.keys.addAll(keys.changed());
        addCarried(keys.rulingsCarried(), arrived);
        transaction.write(arrived.build(arrivedAt));
        givingWayAgain.run();

        Surroundings around = surroundings.read(touched, live, keys, carriers);
        StoredRegion region = around.region();
        Instant at = RegionWriter.recordedTime(now, region);
        GraphChange.Builder write = new GraphChange.Builder();
        RegionOutcome outcome = regions.resolve(
                transaction,
                region,
                around.change(touched, live, standards, EarlierMembers.NONE, String.join(",", arrivals.loads())),
                at,
                write);
        List<ReviewItem> contradictions =
                new ContradictingVersions(resolver.settings()).questions(touched.values(), region);
        write.reviewOpened.addAll(contradictions);
        contradictions.forEach(
                asked -> write.reviewClosed.removeIf(closing -> closing.item().equals(asked.id())));
        write.offsets.addAll(offsets);
        GraphChange change = write.build(at);
        transaction.askToGiveWayHoldingLocks().run();
        transaction.write(change);
        transaction.askToGiveWayHoldingLocks().run();
        return result(arrivals, intake, touched, outcome);
    }

    /**
     * Settles identifiers by a person's ruling: their carriers are touched, as when they cross their caps.
     *
     * @param earlier what ids stood for before the operation that is taken back, if one is
     * @param cause the operation
     * @param write collects the change; nothing is written here
     */
    SettledIdentifiers settle(
            SortedMap<SharedKey, IdentifierRuling> rulings,
            EarlierMembers earlier,
            String cause,
            Instant now,
            GraphChange.Builder write) {
        SortedSet<RecordKey> carriers = new TreeSet<>();
        transaction.carriers(rulings.keySet()).forEach(carrier -> carriers.add(carrier.key()));
        SortedMap<RecordKey, TouchedRecord> touched = unchanged(transaction.lockRecords(carriers));
        KeyLedger keys = KeyLedger.of(touched.values(), resolver, rulings);
        Resolved resolved = resolveUnchanged(touched, keys, earlier, cause, now, write);
        List<KeyState> states = rulings.keySet().stream().map(keys::after).toList();
        return new SettledIdentifiers(resolved.region(), resolved.outcome(), states, resolved.at());
    }

    /**
     * Says what persons ruled of an identifier that no record carries any more of the identifier that its value is now, and
     * resolves all that depends on that one again. If it was said already nothing is written.
     *
     * @return whether it was not said before
     */
    boolean carryRulings(SharedKey former, SharedKey heir, String cause, Instant now) {
        Map<SharedKey, List<StoredIdentifierJudgement>> unlocked =
                transaction.identifierJudgements(List.of(former, heir));
        CarriedRulings carried = CarriedRulings.of(
                heir, unlocked.getOrDefault(former, List.of()), unlocked.getOrDefault(heir, List.of()));
        if (carried.written().isEmpty()) {
            return false;
        }
        GraphChange.Builder write = new GraphChange.Builder();
        SortedMap<SharedKey, IdentifierRuling> rulings = new TreeMap<>(Map.of(heir, carried.ruling()));
        SettledIdentifiers settled = settle(rulings, EarlierMembers.NONE, cause, now, write);
        if (!transaction.identifierJudgements(List.of(former, heir)).equals(unlocked)) {
            throw new StaleReadException("a person ruled on " + heir + " meanwhile");
        }
        addCarried(carried.written(), write);
        transaction.write(write.build(settled.at()));
        return true;
    }

    /** The days on which persons want to look at them again go with them. */
    private static void addCarried(List<StoredIdentifierJudgement> carried, GraphChange.Builder write) {
        write.rulingsCarried.addAll(carried);
        for (StoredIdentifierJudgement judgement : carried) {
            if (judgement.stands()) {
                ReviewItem.due(judgement.judgement()).ifPresent(write.reviewOpened::add);
            }
        }
    }

    /**
     * Resolves stored records again whose versions are as stored, though not the states of their keys nor what scores them,
     * and perhaps not the keys themselves, and writes what is different.
     *
     * @param records the records; those that are deleted or not stored are passed over
     * @param cause what the events name as their cause
     */
    RegionOutcome resolveStored(SortedSet<RecordKey> records, String cause, Instant now) {
        transaction.askToGiveWay().run();
        SortedMap<RecordKey, TouchedRecord> touched = unchanged(transaction.lockRecords(records));
        if (touched.isEmpty()) {
            return new RegionOutcome(List.of(), List.of());
        }
        GraphChange.Builder write = new GraphChange.Builder();
        Resolved resolved = resolveUnchanged(
                touched, KeyLedger.countingAll(touched.values(), resolver), EarlierMembers.NONE, cause, now, write);
        transaction.write(write.build(resolved.at()));
        return resolved.outcome();
    }

    /**
     * What a transaction did to a region.
     *
     * @param region the region as it was
     * @param at the recorded time
     */
    private record Resolved(StoredRegion region, RegionOutcome outcome, Instant at) {}

    /** Resolves locked records that have no new version; collects the change. */
    private Resolved resolveUnchanged(
            SortedMap<RecordKey, TouchedRecord> touched,
            KeyLedger keys,
            EarlierMembers earlier,
            String cause,
            Instant now,
            GraphChange.Builder write) {
        keys.lock(transaction);
        touchCarriersOfCrossedKeys(keys, touched);
        List<LiveRecord> live = live(touched, keys);
        Surroundings around = surroundings.read(touched, live, keys, surroundings.askCarriers(live, keys));
        Instant at = RegionWriter.recordedTime(now, around.region());
        RegionOutcome outcome = regions.resolve(
                transaction, around.region(), around.change(touched, live, standards, earlier, cause), at, write);
        RecordWrites.add(Intake.NOTHING, touched, live, at, write);
        write.keys.addAll(keys.changed());
        addCarried(keys.rulingsCarried(), write);
        return new Resolved(around.region(), outcome, at);
    }

    private BatchResult nothingNew(Arrivals arrivals, Collection<InputOffset> offsets, Instant now) {
        if (!offsets.isEmpty()) {
            GraphChange.Builder write = new GraphChange.Builder();
            write.offsets.addAll(offsets);
            transaction.write(write.build(now));
        }
        return new BatchResult(0, 0, arrivals.versions(), 0, List.of());
    }

    /**
     * Locks the stored ones of the records that change and reads them again. Records that the first read did not find are
     * not there to lock: if another transaction stores one of them first, the store refuses to store it twice, and the work
     * is run again.
     */
    private Map<RecordKey, StoredRecord> lockRecords(Intake unlocked, Set<RecordKey> stored) {
        SortedSet<RecordKey> keys = unlocked.keys();
        keys.retainAll(stored);
        return transaction.lockRecords(keys);
    }

    private void touchCarriersOfCrossedKeys(KeyLedger keys, SortedMap<RecordKey, TouchedRecord> touched) {
        SortedSet<RecordKey> others = keys.othersOnCrossedKeys(transaction, touched.keySet());
        while (!others.isEmpty()) {
            SortedMap<RecordKey, TouchedRecord> more = unchanged(transaction.lockRecords(others));
            if (more.isEmpty()) {
                throw new StaleReadException("the carriers of a key that crosses its cap are gone: " + others);
            }
            touched.putAll(more);
            keys.add(more.values());
            keys.lock(transaction);
            others = keys.othersOnCrossedKeys(transaction, touched.keySet());
        }
    }

    /** Stored records that are touched without a new version. */
    private SortedMap<RecordKey, TouchedRecord> unchanged(Map<RecordKey, StoredRecord> stored) {
        Map<RecordKey, FormerKeys> former = Rekeying.read(transaction, stored.values());
        SortedMap<RecordKey, TouchedRecord> touched = new TreeMap<>();
        stored.forEach((key, record) -> {
            if (!record.deleted()) {
                StandardRecord standard = standards.of(record);
                touched.put(
                        key,
                        new TouchedRecord(
                                key,
                                Optional.of(record),
                                Optional.of(standard),
                                Optional.of(standard),
                                Rekeying.of(former.get(key), standard, standards)));
            }
        });
        return touched;
    }

    private static List<LiveRecord> live(SortedMap<RecordKey, TouchedRecord> touched, KeyLedger keys) {
        List<LiveRecord> live = new ArrayList<>();
        touched.values().forEach(record -> record.after().map(keys::live).ifPresent(live::add));
        return live;
    }

    private static BatchResult result(
            Arrivals arrivals, Intake intake, Map<RecordKey, TouchedRecord> touched, RegionOutcome outcome) {
        int fresh = intake.newest().size();
        int late = intake.late().size();
        int leftOut = intake.newest().keySet().stream()
                .map(touched::get)
                .filter(Objects::nonNull)
                .mapToInt(TouchedRecord::leftOutKeys)
                .sum();
        return new BatchResult(fresh, late, arrivals.versions() - fresh - late, leftOut, outcome.events());
    }
}
