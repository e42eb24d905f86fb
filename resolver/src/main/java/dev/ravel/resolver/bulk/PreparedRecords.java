package dev.ravel.resolver.bulk;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.IdentifierRuling;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.standardise.Spans;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.store.KeyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

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
        return of(versions, Map.of(), resolver, rulings);
    }

    /**
     * The same where not all versions are given.
     *
     * @param earlier the spans of records beside the newest version given
     */
    public static PreparedRecords of(
            List<SourceRecord> versions,
            Map<RecordKey, Spans> earlier,
            Resolver resolver,
            Map<SharedKey, IdentifierRuling> rulings) {
        NewestVersions newest = NewestVersions.of(versions, earlier);
        StandardRecord[] standard = new StandardRecord[newest.size()];
        Cores.forEach(
                standard.length,
                i -> standard[i] = resolver.standardiser().standardise(newest.version(i), newest.spans(i)));
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

    /** How many live records there are. */
    public int count() {
        return records.length;
    }

    /** A live record in comparable form with the states of its keys; empty if there is none of this key. O(log n). */
    public Optional<LiveRecord> live(RecordKey key) {
        int position = position(key);
        return position < 0 ? Optional.empty() : Optional.of(records[position]);
    }

    /**
     * Tells all shared keys of which the first carrier is at one of these places, each with its carriers, ascending: every
     * key once, if all places from 0 to {@link #count()} - 1 are asked for.
     *
     * @param to the place behind the last one
     */
    public void forEachKeyOf(int from, int to, BiConsumer<KeyState, List<RecordKey>> told) {
        for (int record = from; record < to; record++) {
            for (int i = 0; i < records[record].standard().keys().size(); i++) {
                int key = index.key(record, i);
                if (index.carrier(key, 0) == record) {
                    List<RecordKey> carriers = new ArrayList<>(index.size(key));
                    for (int place = 0; place < index.size(key); place++) {
                        carriers.add(records[index.carrier(key, place)].key());
                    }
                    told.accept(states.of(record, i), carriers);
                }
            }
        }
    }

    /** How many keys the records would have beside theirs, without the limits of keys of a record. */
    long leftOutKeys() {
        long leftOut = 0;
        for (LiveRecord record : records) {
            leftOut += record.standard().leftOutKeys();
        }
        return leftOut;
    }

    /** The keys that are suppressed or over their cap, ascending. */
    List<KeyState> limited() {
        return states.limited();
    }
}
