package dev.ravel.resolver.region;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.blocking.LiveRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The pairs worth comparing: two records that share a key which proposes candidates. Each pair is given once, the record
 * with the smaller key first; it belongs to the first such key in that record's order of keys.
 */
public final class CandidatePairs {
    private CandidatePairs() {}

    /**
     * Gives all candidate pairs among records.
     *
     * @param records each once, in any order
     */
    public static void within(Collection<LiveRecord> records, BiConsumer<LiveRecord, LiveRecord> pairs) {
        Map<SharedKey, List<LiveRecord>> earlier = new HashMap<>();
        Set<RecordKey> met = new HashSet<>();
        for (LiveRecord record : records) {
            met.clear();
            for (int i = 0; i < record.standard().keys().size(); i++) {
                if (record.proposes(i)) {
                    List<LiveRecord> sharers =
                            earlier.computeIfAbsent(record.standard().keys().get(i), key -> new ArrayList<>(2));
                    giveNew(record, sharers, met, pairs);
                    sharers.add(record);
                }
            }
        }
    }

    /**
     * Gives all candidate pairs of which at least one record is among {@code touched}.
     *
     * @param touched each once, in any order
     * @param neighbours the carriers of their keys; touched ones among them are passed over
     */
    public static void between(
            Collection<LiveRecord> touched,
            Collection<LiveRecord> neighbours,
            BiConsumer<LiveRecord, LiveRecord> pairs) {
        Map<SharedKey, List<LiveRecord>> carriers = new HashMap<>();
        Set<RecordKey> touchedKeys = new HashSet<>();
        for (LiveRecord record : touched) {
            touchedKeys.add(record.key());
            for (int i = 0; i < record.standard().keys().size(); i++) {
                if (record.proposes(i)) {
                    carriers.computeIfAbsent(record.standard().keys().get(i), key -> new ArrayList<>(2))
                            .add(record);
                }
            }
        }
        within(touched, pairs);
        Set<RecordKey> met = new HashSet<>();
        for (LiveRecord neighbour : neighbours) {
            if (touchedKeys.contains(neighbour.key())) {
                continue;
            }
            met.clear();
            for (int i = 0; i < neighbour.standard().keys().size(); i++) {
                if (neighbour.proposes(i)) {
                    giveNew(
                            neighbour,
                            carriers.getOrDefault(neighbour.standard().keys().get(i), List.of()),
                            met,
                            pairs);
                }
            }
        }
    }

    /**
     * What makes two records a candidate pair: the kind of the identifier or the name of the blocking rule of the first
     * key that they share and that proposes candidates; empty if there is none.
     */
    public static String rule(LiveRecord a, LiveRecord b) {
        boolean inOrder = a.key().compareTo(b.key()) < 0;
        LiveRecord smaller = inOrder ? a : b;
        LiveRecord larger = inOrder ? b : a;
        for (int i = 0; i < smaller.standard().keys().size(); i++) {
            SharedKey key = smaller.standard().keys().get(i);
            if (smaller.proposes(i) && larger.standard().keys().contains(key)) {
                return key.isBlock() ? key.scope() : key.kind();
            }
        }
        return "";
    }

    private static void giveNew(
            LiveRecord record, List<LiveRecord> sharers, Set<RecordKey> met, BiConsumer<LiveRecord, LiveRecord> pairs) {
        for (LiveRecord sharer : sharers) {
            if (met.add(sharer.key())) {
                if (sharer.key().compareTo(record.key()) < 0) {
                    pairs.accept(sharer, record);
                } else {
                    pairs.accept(record, sharer);
                }
            }
        }
    }
}
