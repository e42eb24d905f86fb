package dev.ravel.resolver.bulk;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.RecordComparator;
import dev.ravel.resolver.train.PatternCounts;
import dev.ravel.resolver.train.Session;
import dev.ravel.resolver.train.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Counts the agreement patterns that training learns from: those of random pairs, and those of candidate pairs by the rule
 * that found them. Records and blocks are drawn by a hash of their keys, so that the sample depends neither on the order
 * of rows nor on chance.
 */
final class TrainingPairs {
    /** So many random pairs are compared at most. */
    private static final double MAX_RANDOM_PAIRS = 5e5;

    /** So many candidate pairs, as far as the sizes of blocks tell, are compared at most. */
    private static final double MAX_CANDIDATE_PAIRS = 2e6;

    private final LiveRecord[] records;
    private final KeyIndex index;

    /** The session of each key that is drawn; -1 for others. */
    private final int[] sessionOf;

    private final List<Session> sessions = new ArrayList<>();
    private final PatternCounts candidates = new PatternCounts();
    private final double share;

    private TrainingPairs(LiveRecord[] records, KeyIndex index) {
        this.records = records;
        this.index = index;
        this.sessionOf = new int[index.count()];
        double pairs = 0;
        for (int key = 0; key < index.count(); key++) {
            pairs += index.size(key) * (index.size(key) - 1.0) / 2;
        }
        this.share = Math.min(1, MAX_CANDIDATE_PAIRS / Math.max(1, pairs));
        drawKeys();
    }

    /** The evidence in these records. */
    static Training.Evidence of(LiveRecord[] records, KeyIndex index) {
        TrainingPairs pairs = new TrainingPairs(records, index);
        pairs.countCandidates();
        return new Training.Evidence(
                pairs.countRandom(), pairs.sessions, pairs.candidates, records.length, pairs.share);
    }

    private void drawKeys() {
        Arrays.fill(sessionOf, -1);
        Map<String, Integer> numbers = new HashMap<>();
        for (int record = 0; record < records.length; record++) {
            List<SharedKey> keys = records[record].standard().keys();
            for (int i = 0; i < keys.size(); i++) {
                int number = index.key(record, i);
                if (index.carrier(number, 0) == record && index.size(number) > 1 && isDrawn(keys.get(i))) {
                    SharedKey drawn = keys.get(i);
                    sessionOf[number] = numbers.computeIfAbsent(sessionName(drawn), name -> newSession(name, drawn));
                }
            }
        }
    }

    private int newSession(String name, SharedKey key) {
        sessions.add(new Session(name, Session.leftOut(key), new PatternCounts()));
        return sessions.size() - 1;
    }

    private static String sessionName(SharedKey key) {
        return key.isBlock() ? key.scope() : key.kind();
    }

    private boolean isDrawn(SharedKey key) {
        return share >= 1 || (hash(key.text()) >>> 11) * 0x1.0p-53 < share;
    }

    private void countCandidates() {
        for (int record = 0; record < records.length; record++) {
            LiveRecord own = records[record];
            for (int i = 0; i < own.standard().keys().size(); i++) {
                int key = index.key(record, i);
                if (!own.proposes(i) || sessionOf[key] < 0) {
                    continue;
                }
                for (int place = index.size(key) - 1; index.carrier(key, place) > record; place--) {
                    count(record, i, index.carrier(key, place));
                }
            }
        }
    }

    /** Counts a pair for the session of a key, unless an earlier key of that session has it, and once for all. */
    private void count(int record, int at, int other) {
        int session = sessionOf[index.key(record, at)];
        boolean first = true;
        for (int i = 0; i < at; i++) {
            if (records[record].proposes(i) && carries(other, index.key(record, i))) {
                first = false;
                if (sessionOf[index.key(record, i)] == session) {
                    return;
                }
            }
        }
        int names = RecordComparator.names(records[record], records[other]);
        long pattern = RecordComparator.compare(records[record], records[other], names);
        sessions.get(session).counts().add(pattern);
        if (first) {
            candidates.add(pattern);
        }
    }

    private boolean carries(int record, int key) {
        int keys = records[record].standard().keys().size();
        for (int i = 0; i < keys; i++) {
            if (index.key(record, i) == key) {
                return true;
            }
        }
        return false;
    }

    private PatternCounts countRandom() {
        int wanted = (int) Math.ceil((1 + Math.sqrt(1 + 8 * MAX_RANDOM_PAIRS)) / 2);
        int[] drawn = IntStream.range(0, records.length)
                .boxed()
                .sorted(Comparator.comparingLong(
                                (Integer i) -> hash(records[i].key().text()))
                        .thenComparing(i -> records[i].key()))
                .limit(wanted)
                .mapToInt(i -> i)
                .toArray();
        PatternCounts counts = new PatternCounts();
        for (int i = 0; i < drawn.length; i++) {
            for (int j = 0; j < i; j++) {
                LiveRecord a = records[drawn[i]];
                LiveRecord b = records[drawn[j]];
                if (a.standard().type().compatibleWith(b.standard().type())) {
                    counts.add(RecordComparator.compareApart(a, b, RecordComparator.names(a, b)));
                }
            }
        }
        return counts;
    }

    /** FNV-1a over the characters, spread by MurmurHash3's finaliser. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
