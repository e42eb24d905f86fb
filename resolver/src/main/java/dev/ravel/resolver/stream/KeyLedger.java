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
import dev.ravel.resolver.suppression.SuppressionRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * The keys of all versions that a batch touches, locked, and their states after it: how many live records carry each,
 * whether it is suppressed, whether it is over its cap. The states are exact functions of the live records, never of
 * what they were before; the state before only saves counting names where the answer cannot differ.
 */
final class KeyLedger {
    private final Map<SharedKey, Entry> entries;

    private KeyLedger(Map<SharedKey, Entry> entries) {
        this.entries = entries;
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

        private KeyMove move() {
            return joining.isEmpty() && leaving.isEmpty() ? KeyMove.NONE : new KeyMove(joining, leaving);
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

    /** Locks the keys of the touched records, old and new, and works out their states. */
    static KeyLedger lock(ResolutionTransaction transaction, Collection<TouchedRecord> touched, Resolver resolver) {
        return lock(transaction, touched, resolver, Map.of());
    }

    /** The same with what a person rules on some keys in this transaction. */
    static KeyLedger lock(
            ResolutionTransaction transaction,
            Collection<TouchedRecord> touched,
            Resolver resolver,
            Map<SharedKey, IdentifierRuling> decided) {
        Map<SharedKey, Movement> movements = new HashMap<>();
        for (TouchedRecord record : touched) {
            for (SharedKey key : record.keysBefore()) {
                movements.computeIfAbsent(key, any -> new Movement()).leaves(record.key(), record.nameBefore());
            }
            for (SharedKey key : record.keysAfter()) {
                movements.computeIfAbsent(key, any -> new Movement()).enters(record.key(), record.nameAfter());
            }
        }
        decided.keySet().forEach(key -> movements.computeIfAbsent(key, any -> new Movement()));
        SortedMap<SharedKey, KeyMove> moves = new TreeMap<>();
        movements.forEach((key, movement) -> moves.put(key, movement.move()));
        Map<SharedKey, KeyState> locked = moves.isEmpty() ? Map.of() : transaction.lockKeys(moves);
        SuppressionRule rule = SuppressionRule.of(resolver.settings());
        Set<SharedKey> uncertain = uncertain(locked, movements, rule, decided);
        Map<SharedKey, Map<String, Integer>> names = uncertain.isEmpty() ? Map.of() : transaction.nameCounts(uncertain);

        Map<SharedKey, Entry> entries = new LinkedHashMap<>(moves.size() * 2);
        for (SharedKey key : moves.keySet()) {
            KeyState before = Objects.requireNonNull(locked.get(key), () -> key + " was locked and is not there");
            Movement movement = Objects.requireNonNull(movements.get(key));
            int size = before.size() + movement.growth;
            IdentifierRuling ruling = decided.getOrDefault(key, before.ruling());
            boolean byTheRules = uncertain.contains(key)
                    ? rule.isSuppressed(key, distinctNames(names.getOrDefault(key, Map.of()), movement))
                    : !key.isBlock() && (rule.isGeneric(key) || (size > rule.nameCap(key) && before.suppressed()));
            boolean suppressed = ruling == IdentifierRuling.NONE ? byTheRules : ruling == IdentifierRuling.SUPPRESSED;
            int cap = key.isBlock()
                    ? resolver.settings().blockCap()
                    : resolver.settings().identifierCandidateCap();
            KeyState after = new KeyState(key, size, suppressed, size > cap, ruling);
            entries.put(key, new Entry(before, after, movement.carriersBefore));
        }
        return new KeyLedger(entries);
    }

    /**
     * The identifiers whose names have to be counted: enough carriers for too many names, unless nothing changes about
     * the names, or one that is suppressed already only gains some. Where a person has ruled, nothing is counted; where a
     * ruling falls, all is.
     */
    private static Set<SharedKey> uncertain(
            Map<SharedKey, KeyState> locked,
            Map<SharedKey, Movement> movements,
            SuppressionRule rule,
            Map<SharedKey, IdentifierRuling> decided) {
        Set<SharedKey> uncertain = new HashSet<>();
        movements.forEach((key, movement) -> {
            @Nullable KeyState state = locked.get(key);
            boolean rulingFalls = decided.get(key) == IdentifierRuling.NONE;
            if (state == null
                    || key.isBlock()
                    || state.size() + movement.growth <= rule.nameCap(key)
                    || rule.isGeneric(key)
                    || decided.getOrDefault(key, state.ruling()) != IdentifierRuling.NONE) {
                return;
            }
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
        return Objects.requireNonNull(entries.get(key), () -> key + " was not locked")
                .after();
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
        return Objects.requireNonNull(entries.get(key));
    }
}
