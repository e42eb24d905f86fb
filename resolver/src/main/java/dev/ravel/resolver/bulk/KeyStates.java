package dev.ravel.resolver.bulk;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.store.KeyState;
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
    private final KeyRule rule;
    private final byte[] state;

    private KeyStates(StandardRecord[] records, KeyIndex index, KeyRule rule) {
        this.records = records;
        this.index = index;
        this.rule = rule;
        this.state = new byte[index.count()];
    }

    static KeyStates of(
            StandardRecord[] records,
            KeyIndex index,
            ResolverSettings settings,
            Map<SharedKey, IdentifierRuling> rulings) {
        KeyStates states = new KeyStates(records, index, new KeyRule(settings, rulings));
        Cores.forEach(records.length, record -> {
            List<SharedKey> keys = records[record].keys();
            for (int i = 0; i < keys.size(); i++) {
                int key = index.key(record, i);
                if (index.carrier(key, 0) == record) {
                    states.state[key] = states.decide(keys.get(i), key);
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
                shared,
                index.size(key),
                (state[key] & SUPPRESSED) != 0,
                (state[key] & OVER_CAP) != 0,
                rule.ruling(shared));
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

    private byte decide(SharedKey key, int number) {
        int size = index.size(number);
        byte decided = rule.isOverCap(key, size) ? OVER_CAP : 0;
        int names = distinctNames(number, size, rule.namesThatMatter(key));
        return rule.isSuppressed(key, names) ? (byte) (decided | SUPPRESSED) : decided;
    }

    /** How many distinct names carry a key; counting ends when there are as many as matter. */
    private int distinctNames(int key, int size, int most) {
        if (size < most) {
            return size;
        }
        Set<String> names = new HashSet<>();
        for (int place = 0; place < size && names.size() < most; place++) {
            names.add(records[index.carrier(key, place)].nameKey());
        }
        return names.size();
    }
}
