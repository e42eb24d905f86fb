package dev.ravel.resolver.bulk;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.store.KeyState;
import java.util.List;
import java.util.Map;

/**
 * Live records in comparable form with their keys numbered: what training and resolving both start from. It depends on
 * settings and standardisers, not on the model.
 */
public final class PreparedRecords {
    private final LiveRecord[] records;
    private final KeyIndex index;
    private final KeyStates states;

    private PreparedRecords(LiveRecord[] records, KeyIndex index, KeyStates states) {
        this.records = records;
        this.index = index;
        this.states = states;
    }

    /**
     * Prepares versions given in any order; of several versions of one record the newest counts, and deleted records do
     * not take part.
     */
    public static PreparedRecords of(List<SourceRecord> versions, Resolver resolver) {
        return of(versions, resolver, Map.of());
    }

    /**
     * The same where persons have ruled on some identifiers.
     *
     * @param rulings what they said; it goes before what the rules say
     */
    public static PreparedRecords of(
            List<SourceRecord> versions, Resolver resolver, Map<SharedKey, IdentifierRuling> rulings) {
        SourceRecord[] sources = NewestVersions.of(versions);
        StandardRecord[] standard = new StandardRecord[sources.length];
        Cores.forEach(sources.length, i -> standard[i] = resolver.standardiser().standardise(sources[i]));
        KeyIndex index = KeyIndex.of(standard);
        KeyStates states = KeyStates.of(standard, index, resolver.settings(), rulings);
        LiveRecord[] records = new LiveRecord[standard.length];
        Cores.forEach(standard.length, i -> records[i] = states.live(i));
        return new PreparedRecords(records, index, states);
    }

    /** The records, ascending by key. */
    LiveRecord[] records() {
        return records;
    }

    /** The place of a record among {@link #records()}, negative if it is not live. */
    int position(RecordKey key) {
        int low = 0;
        int high = records.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = records[middle].key().compareTo(key);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    KeyIndex index() {
        return index;
    }

    /** The keys that are suppressed or over their cap, ascending. */
    List<KeyState> limited() {
        return states.limited();
    }
}
