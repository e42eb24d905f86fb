package dev.ravel.resolver.stream;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.store.KeyMove;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StoredIdentifierJudgement;
import dev.ravel.resolver.suppression.SuppressionRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The keys of all versions that a batch touches, and once they are locked their states after it: how many live records carry each,
 * whether it is suppressed, whether it is over its cap. The states are exact functions of the live records, never of
 * what they were before; the state before only saves counting names where the answer cannot differ.
 */
final class KeyLedger {
    private final Resolver resolver;
    private final SuppressionRule rule;
    private final Map<SharedKey, IdentifierRuling> decided;
    private final Set<SharedKey> ruledHere;
    private final boolean countAll;
    private final Map<SharedKey, Movement> movements = new HashMap<>();
    private final SortedMap<SharedKey, KeyMove> unlocked = new TreeMap<>();
    private final SortedMap<SharedKey, Entry> entries = new TreeMap<>();
    private final List<Rekeying> rekeyings = new ArrayList<>(0);
    private final Set<SharedKey> renamed = new HashSet<>(0);
    private final List<StoredIdentifierJudgement> rulingsCarried = new ArrayList<>(0);

    private KeyLedger(Resolver resolver, Map<SharedKey, IdentifierRuling> decided, boolean countAll) {
        this.resolver = resolver;
        this.rule = SuppressionRule.of(resolver.settings());
        this.decided = new HashMap<>(decided);
        this.ruledHere = Set.copyOf(decided.keySet());
        this.countAll = countAll;
    }

    /**
     * A key of the batch.
     *
     * @param before its state until now
     * @param after its state from now on
     * @param touchedBefore how many touched records carried it until now
     */
    private record Entry(KeyState before, KeyState after, int touchedBefore) {
        boolean hasOtherCarriers() {
            return before.size() > touchedBefore;
        }

        boolean crosses() {
            return before.suppressed() != after.suppressed() || before.overCap() != after.overCap();
        }
    }

    /** How a batch changes one key: record by record, what it carried until now before what it carries from now on. */
    private static final class Movement {
        private int carriersBefore;
        private int growth;
        private final List<RecordKey> joining = new ArrayList<>(1);
        private final List<RecordKey> leaving = new ArrayList<>(0);
        private final List<String> namesTaken = new ArrayList<>(0);
        private final List<String> namesGiven = new ArrayList<>(1);

        private void leaves(RecordKey record, String name) {
            carriersBefore++;
            growth--;
            leaving.add(record);
            namesTaken.add(name);
        }

        private void enters(RecordKey record, String name) {
            growth++;
            int last = leaving.size() - 1;
            if (last >= 0 && leaving.get(last).equals(record)) {
                leaving.remove(last);
            } else {
                joining.add(record);
            }
            namesGiven.add(name);
        }

        /** What moves since it was locked last. */
        private KeyMove move() {
            return moves() ? new KeyMove(List.copyOf(joining), List.copyOf(leaving)) : KeyMove.NONE;
        }

        private boolean moves() {
            return !joining.isEmpty() || !leaving.isEmpty();
        }

        private void locked() {
            joining.clear();
            leaving.clear();
        }

        /** By how much the number of carriers of each name changes. */
        private Map<String, Integer> names() {
            Map<String, Integer> names = new HashMap<>();
            namesTaken.forEach(name -> names.merge(name, -1, Integer::sum));
            namesGiven.forEach(name -> names.merge(name, 1, Integer::sum));
            return names;
        }

        private boolean takesNoNameAway() {
            return names().values().stream().allMatch(count -> count >= 0);
        }

        private boolean changesNames() {
            return names().values().stream().anyMatch(count -> count != 0);
        }
    }

    /** How the touched records move the keys that they carry, old and new; nothing is locked yet. */
    static KeyLedger of(Collection<TouchedRecord> touched, Resolver resolver) {
        return of(touched, resolver, Map.of());
    }

    /** The same with what a person rules on some keys in this transaction. */
    static KeyLedger of(
            Collection<TouchedRecord> touched, Resolver resolver, Map<SharedKey, IdentifierRuling> decided) {
        KeyLedger ledger = new KeyLedger(resolver, decided, false);
        decided.keySet().forEach(ledger::movement);
        ledger.add(touched);
        return ledger;
    }

    /** The same where the states stored were given under another configuration, so that they save no counting. */
    static KeyLedger countingAll(Collection<TouchedRecord> touched, Resolver resolver) {
        KeyLedger ledger = new KeyLedger(resolver, Map.of(), true);
        ledger.add(touched);
        return ledger;
    }

    /**
     * Takes more touched records in. Those with keys of an earlier generation may join and leave keys that are locked already;
     * others do not.
     */
    void add(Collection<TouchedRecord> touched) {
        for (TouchedRecord record : touched) {
            record.keysBefore().forEach(key -> movement(key).leaves(record.key(), record.nameBefore()));
            record.keysAfter().forEach(key -> movement(key).enters(record.key(), record.nameAfter()));
            record.rekeying().ifPresent(rekeying -> {
                rekeyings.add(rekeying);
                rekeying.carriedBefore().forEach(this::movement);
                renamed.addAll(record.keysBefore());
                renamed.addAll(record.keysAfter());
            });
        }
        movements.forEach((key, movement) -> {
            if (!entries.containsKey(key) || movement.moves()) {
                unlocked.put(key, movement.move());
            }
        });
        entries.replaceAll((key, entry) -> new Entry(entry.before(), entry.after(), movement(key).carriersBefore));
    }

    /** Locks the keys that are not locked yet, or move again, and works out their states. */
    void lock(ResolutionTransaction transaction) {
        Map<SharedKey, KeyState> locked = unlocked.isEmpty() ? Map.of() : transaction.lockKeys(unlocked);
        Map<SharedKey, KeyState> open = new TreeMap<>();
        for (SharedKey key : unlocked.keySet()) {
            open.put(key, Objects.requireNonNull(locked.get(key), () -> key + " was locked and is not there"));
            movement(key).locked();
        }
        unlocked.clear();
        if (!rekeyings.isEmpty()) {
            renamed.addAll(open.keySet());
            renamed.retainAll(entries.keySet());
            renamed.forEach(key -> open.put(key, entry(key).before()));
            carryRulings(transaction, open);
            rekeyings.clear();
            renamed.clear();
        }
        settle(transaction, open);
    }

    /**
     * Works out the states of locked keys.
     *
     * @param open the keys with their states before the batch
     */
    private void settle(ResolutionTransaction transaction, Map<SharedKey, KeyState> open) {
        Set<SharedKey> uncertain = uncertain(open);
        Map<SharedKey, Map<String, Integer>> names = uncertain.isEmpty() ? Map.of() : transaction.nameCounts(uncertain);
        open.forEach((key, before) -> {
            Movement movement = movement(key);
            boolean byTheRules = uncertain.contains(key)
                    ? rule.isSuppressed(key, distinctNames(names.getOrDefault(key, Map.of()), movement))
                    : isSuppressedAsBefore(before, before.size() + movement.growth);
            entries.put(key, new Entry(before, after(before, movement, byTheRules), movement.carriersBefore));
        });
    }

    /**
     * Where a record leaves an identifier on which a person has ruled, because its value is another identifier now, the ruling
     * holds for that one too. What a person rules in this transaction is left alone.
     *
     * @param open the keys that are worked out next; those that get a ruling are added
     */
    private void carryRulings(ResolutionTransaction transaction, Map<SharedKey, KeyState> open) {
        for (Rekeying rekeying : rekeyings) {
            for (SharedKey former : rekeying.identifiers()) {
                if (stateBefore(open, former).ruling() != IdentifierRuling.NONE) {
                    rekeying.heirOf(former, resolver)
                            .filter(heir -> !ruledHere.contains(heir))
                            .ifPresent(heir -> carryRulings(transaction, former, heir, open));
                }
            }
        }
    }

    private void carryRulings(
            ResolutionTransaction transaction, SharedKey former, SharedKey heir, Map<SharedKey, KeyState> open) {
        Map<SharedKey, List<StoredIdentifierJudgement>> stored =
                transaction.identifierJudgements(List.of(former, heir));
        List<StoredIdentifierJudgement> ofHeir = withCarried(heir, stored.getOrDefault(heir, List.of()));
        CarriedRulings carried = CarriedRulings.of(heir, stored.getOrDefault(former, List.of()), ofHeir);
        if (!carried.written().isEmpty()) {
            Set<String> replaced = new HashSet<>();
            carried.written()
                    .forEach(judgement -> replaced.add(judgement.judgement().id()));
            rulingsCarried.removeIf(
                    judgement -> replaced.contains(judgement.judgement().id()));
            rulingsCarried.addAll(carried.written());
            decided.put(heir, carried.ruling());
            open.put(heir, stateBefore(open, heir));
        }
    }

    /** The judgements of an identifier as this transaction leaves them. */
    private List<StoredIdentifierJudgement> withCarried(SharedKey heir, List<StoredIdentifierJudgement> stored) {
        Map<String, StoredIdentifierJudgement> byId = new TreeMap<>();
        stored.forEach(judgement -> byId.put(judgement.judgement().id(), judgement));
        for (StoredIdentifierJudgement carried : rulingsCarried) {
            if (carried.judgement().identifier().equals(heir)) {
                byId.put(carried.judgement().id(), carried);
            }
        }
        return List.copyOf(byId.values());
    }

    private KeyState stateBefore(Map<SharedKey, KeyState> open, SharedKey key) {
        @Nullable KeyState state = open.get(key);
        return state == null ? entry(key).before() : state;
    }

    /** The judgements that hold for other identifiers too from now on. */
    List<StoredIdentifierJudgement> rulingsCarried() {
        return List.copyOf(rulingsCarried);
    }

    private boolean isSuppressedAsBefore(KeyState before, int size) {
        SharedKey key = before.key();
        return !key.isBlock() && (rule.isGeneric(key) || (size > rule.nameCap(key) && before.suppressed()));
    }

    private KeyState after(KeyState before, Movement movement, boolean suppressedByTheRules) {
        SharedKey key = before.key();
        int size = before.size() + movement.growth;
        IdentifierRuling ruling = decided.getOrDefault(key, before.ruling());
        int cap = key.isBlock()
                ? resolver.settings().blockCap()
                : resolver.settings().identifierCandidateCap();
        boolean suppressed =
                ruling == IdentifierRuling.NONE ? suppressedByTheRules : ruling == IdentifierRuling.SUPPRESSED;
        return new KeyState(key, size, suppressed, size > cap, ruling);
    }

    private Movement movement(SharedKey key) {
        return movements.computeIfAbsent(key, any -> new Movement());
    }

    /**
     * Those of the locked identifiers whose names have to be counted: enough carriers for too many names, unless nothing
     * changes about the names, or one that is suppressed already only gains some. Where a person has ruled, nothing is
     * counted; where a ruling or a configuration falls, all is.
     */
    private Set<SharedKey> uncertain(Map<SharedKey, KeyState> locked) {
        Set<SharedKey> uncertain = new HashSet<>();
        locked.forEach((key, state) -> {
            Movement movement = movement(key);
            if (key.isBlock()
                    || state.size() + movement.growth <= rule.nameCap(key)
                    || rule.isGeneric(key)
                    || decided.getOrDefault(key, state.ruling()) != IdentifierRuling.NONE) {
                return;
            }
            boolean rulingFalls = countAll || decided.get(key) == IdentifierRuling.NONE;
            boolean staysSuppressed = state.suppressed() && movement.takesNoNameAway();
            if (rulingFalls || (movement.changesNames() && !staysSuppressed)) {
                uncertain.add(key);
            }
        });
        return uncertain;
    }

    private static int distinctNames(Map<String, Integer> stored, Movement movement) {
        Map<String, Integer> names = new HashMap<>(stored);
        movement.names().forEach((name, change) -> names.merge(name, change, Integer::sum));
        return (int) names.values().stream().filter(count -> count > 0).count();
    }

    /** The state of a key after the batch. */
    KeyState after(SharedKey key) {
        return entry(key).after();
    }

    /** The states that are not as stored, ascending by key. */
    List<KeyState> changed() {
        List<KeyState> changed = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (!entry.after().equals(entry.before())) {
                changed.add(entry.after());
            }
        }
        return changed;
    }

    /** The stored records that the batch does not touch and that carry a key which crosses a cap, either way. */
    SortedSet<RecordKey> othersOnCrossedKeys(ResolutionTransaction transaction, Set<RecordKey> touched) {
        List<SharedKey> crossed = new ArrayList<>();
        entries.forEach((key, entry) -> {
            if (entry.crosses() && entry.hasOtherCarriers()) {
                crossed.add(key);
            }
        });
        SortedSet<RecordKey> others = new TreeSet<>();
        if (!crossed.isEmpty()) {
            transaction.carriers(crossed).forEach(carrier -> others.add(carrier.key()));
            others.removeAll(touched);
        }
        return others;
    }

    /** Those of the records' keys that propose candidates and are carried by stored records that are not touched. */
    Set<SharedKey> proposingToOthers(Collection<LiveRecord> touched) {
        Set<SharedKey> proposing = new HashSet<>();
        for (LiveRecord record : touched) {
            List<SharedKey> keys = record.standard().keys();
            for (int i = 0; i < keys.size(); i++) {
                if (record.proposes(i) && entry(keys.get(i)).hasOtherCarriers()) {
                    proposing.add(keys.get(i));
                }
            }
        }
        return proposing;
    }

    /** A touched record with the states that its keys have after the batch. */
    LiveRecord live(StandardRecord standard) {
        return LiveRecord.of(standard, key -> entry(key).after().suppressed(), key -> entry(key)
                .after()
                .overCap());
    }

    private Entry entry(SharedKey key) {
        return Objects.requireNonNull(entries.get(key), () -> key + " was not locked");
    }
}
