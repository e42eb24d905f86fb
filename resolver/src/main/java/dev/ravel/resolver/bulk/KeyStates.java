package dev.ravel.resolver.bulk;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.store.KeyState;
import dev.ravel.resolver.suppression.SuppressionRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which keys are suppressed and which are over their cap, from how many records and names carry them. */
final class KeyStates {
    private static final byte SUPPRESSED = 1;
    private static final byte OVER_CAP = 2;

    private final StandardRecord[] records;
    private final KeyIndex index;
    private final Map<SharedKey, IdentifierRuling> rulings;
    private final byte[] state;

    private KeyStates(
            StandardRecord[] records, KeyIndex index, Map<SharedKey, IdentifierRuling> rulings, byte[] state) {
        this.records = records;
        this.index = index;
        this.rulings = rulings;
        this.state = state;
    }

    static KeyStates of(
            StandardRecord[] records,
            KeyIndex index,
            ResolverSettings settings,
            Map<SharedKey, IdentifierRuling> rulings) {
        KeyStates states = new KeyStates(records, index, Map.copyOf(rulings), new byte[index.count()]);
        SuppressionRule rule = SuppressionRule.of(settings);
        Cores.forEach(records.length, record -> {
            List<SharedKey> keys = records[record].keys();
            for (int i = 0; i < keys.size(); i++) {
                int key = index.key(record, i);
                if (index.carrier(key, 0) == record) {
                    states.state[key] = states.decide(keys.get(i), key, rule, settings);
                }
            }
        });
        return states;
    }

    /** A record with the state of its keys. */
    LiveRecord live(int record) {
        long suppressed = 0;
        long overCap = 0;
        for (int i = 0; i < records[record].keys().size(); i++) {
            byte own = state[index.key(record, i)];
            suppressed |= (long) (own & SUPPRESSED) << i;
            overCap |= (long) ((own & OVER_CAP) >> 1) << i;
        }
        return new LiveRecord(records[record], suppressed, overCap);
    }

    /** The state of a record's key at an index. */
    KeyState of(int record, int i) {
        SharedKey shared = records[record].keys().get(i);
        int key = index.key(record, i);
        return new KeyState(
                shared, index.size(key), (state[key] & SUPPRESSED) != 0, (state[key] & OVER_CAP) != 0, ruling(shared));
    }

    /** The keys that are suppressed or over their cap, ascending. */
    List<KeyState> limited() {
        List<KeyState> limited = new ArrayList<>();
        for (int record = 0; record < records.length; record++) {
            List<SharedKey> keys = records[record].keys();
            for (int i = 0; i < keys.size(); i++) {
                int key = index.key(record, i);
                if (state[key] != 0 && index.carrier(key, 0) == record) {
                    limited.add(of(record, i));
                }
            }
        }
        limited.sort(Comparator.comparing(KeyState::key));
        return limited;
    }

    private byte decide(SharedKey key, int number, SuppressionRule rule, ResolverSettings settings) {
        int size = index.size(number);
        if (key.isBlock()) {
            return size > settings.blockCap() ? OVER_CAP : 0;
        }
        byte decided = size > settings.identifierCandidateCap() ? OVER_CAP : 0;
        IdentifierRuling ruling = ruling(key);
        boolean suppressed = ruling == IdentifierRuling.NONE
                ? rule.isSuppressed(key, distinctNames(number, size, rule.nameCap(key)))
                : ruling == IdentifierRuling.SUPPRESSED;
        return suppressed ? (byte) (decided | SUPPRESSED) : decided;
    }

    private IdentifierRuling ruling(SharedKey key) {
        return rulings.isEmpty() ? IdentifierRuling.NONE : rulings.getOrDefault(key, IdentifierRuling.NONE);
    }

    /** How many distinct names carry a key; counting ends when there are more than the cap. */
    private int distinctNames(int key, int size, int cap) {
        if (size <= cap) {
            return size;
        }
        Set<String> names = new HashSet<>();
        for (int place = 0; place < size && names.size() <= cap; place++) {
            names.add(records[index.carrier(key, place)].nameKey());
        }
        return names.size();
    }
}
