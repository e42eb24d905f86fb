package dev.ravel.resolver.bulk;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.RecordComparator;
import dev.ravel.resolver.train.PatternCounts;
import dev.ravel.resolver.train.Session;
import dev.ravel.resolver.train.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Counts the agreement patterns that training learns from: those of random pairs, and those of candidate pairs by the rule
 * that found them. Records and blocks are drawn by a hash of their keys, so that the sample depends neither on the order
 * of rows nor on chance; counts are sums, so that it does not matter which core counts what. How many pairs are compared
 * is bounded, however many records there are.
 */
final class TrainingPairs {
    /** So many random pairs are compared at most. */
    private static final double MAX_RANDOM_PAIRS = 5e5;

    /** So many candidate pairs, as far as the sizes of blocks tell, are compared at most. */
    private static final double MAX_CANDIDATE_PAIRS = 5e5;

    /** The session of keys that are not drawn. */
    private static final int NONE = -1;

    private final LiveRecord[] records;
    private final KeyIndex index;

    /** The session of each key. */
    private final int[] sessionOf;

    /** The keys that name the sessions, in the order of their first record. */
    private final List<SharedKey> sessionKeys = new ArrayList<>();

    private final double share;

    private TrainingPairs(LiveRecord[] records, KeyIndex index) {
        this.records = records;
        this.index = index;
        this.sessionOf = new int[index.count()];
        this.share = Math.min(1, MAX_CANDIDATE_PAIRS / Math.max(1, proposedPairs()));
        drawKeys();
    }

    /** The evidence in these records. */
    static Training.Evidence of(LiveRecord[] records, KeyIndex index) {
        TrainingPairs pairs = new TrainingPairs(records, index);
        Counts candidates = pairs.countCandidates();
        List<Session> sessions = new ArrayList<>();
        for (int s = 0; s < pairs.sessionKeys.size(); s++) {
            SharedKey key = pairs.sessionKeys.get(s);
            sessions.add(new Session(sessionName(key), Session.leftOut(key), candidates.ofSession[s]));
        }
        return new Training.Evidence(pairs.countRandom(), sessions, candidates.all, records.length, pairs.share);
    }

    /** Pairs counted by one thread. */
    private static final class Counts {
        private final PatternCounts all = new PatternCounts();
        private final PatternCounts[] ofSession;

        Counts(int sessions) {
            ofSession = new PatternCounts[sessions];
            Arrays.setAll(ofSession, session -> new PatternCounts());
        }

        void addAll(Counts other) {
            all.addAll(other.all);
            for (int s = 0; s < ofSession.length; s++) {
                ofSession[s].addAll(other.ofSession[s]);
            }
        }
    }

    /** How many pairs all keys together propose, those counted again that several keys propose. */
    private double proposedPairs() {
        double[] ofChunk = new double[Cores.chunks(records.length)];
        Cores.forEachChunk(records.length, () -> "", (scratch, from, to, chunk) -> {
            for (int record = from; record < to; record++) {
                for (int i = 0; i < records[record].standard().keys().size(); i++) {
                    int number = index.key(record, i);
                    if (index.carrier(number, 0) == record && records[record].proposes(i)) {
                        ofChunk[chunk] += index.size(number) * (index.size(number) - 1.0) / 2;
                    }
                }
            }
        });
        return Arrays.stream(ofChunk).sum();
    }

    private void drawKeys() {
        Arrays.fill(sessionOf, NONE);
        List<List<DrawnKey>> ofChunk = new ArrayList<>(Collections.nCopies(Cores.chunks(records.length), List.of()));
        Cores.forEachChunk(records.length, () -> "", (scratch, from, to, chunk) -> {
            List<DrawnKey> drawn = new ArrayList<>();
            for (int record = from; record < to; record++) {
                drawKeys(record, drawn);
            }
            ofChunk.set(chunk, drawn);
        });
        Map<String, Integer> numbers = new HashMap<>();
        for (List<DrawnKey> drawn : ofChunk) {
            for (DrawnKey key : drawn) {
                sessionOf[key.number] = numbers.computeIfAbsent(sessionName(key.key), name -> newSession(key.key));
            }
        }
    }

    private record DrawnKey(SharedKey key, int number) {}

    /** Adds the keys that are drawn of those whose first carrier a record is. */
    private void drawKeys(int record, List<DrawnKey> drawn) {
        List<SharedKey> keys = records[record].standard().keys();
        for (int i = 0; i < keys.size(); i++) {
            int number = index.key(record, i);
            if (index.size(number) > 1
                    && index.carrier(number, 0) == record
                    && records[record].proposes(i)
                    && isDrawn(keys.get(i))) {
                drawn.add(new DrawnKey(keys.get(i), number));
            }
        }
    }

    private int newSession(SharedKey key) {
        sessionKeys.add(key);
        return sessionKeys.size() - 1;
    }

    private static String sessionName(SharedKey key) {
        return key.isBlock() ? key.scope() : key.kind();
    }

    private boolean isDrawn(SharedKey key) {
        return share >= 1 || (hash(key.tenant(), key.kind(), key.scope(), key.value()) >>> 11) * 0x1.0p-53 < share;
    }

    private Counts countCandidates() {
        return Cores.collect(
                records.length,
                () -> new Counts(sessionKeys.size()),
                (counts, from, to, chunk) -> {
                    for (int record = from; record < to; record++) {
                        countCandidates(record, counts);
                    }
                },
                Counts::addAll);
    }

    private void countCandidates(int record, Counts counts) {
        for (int i = 0; i < records[record].standard().keys().size(); i++) {
            int key = index.key(record, i);
            if (sessionOf[key] == NONE || !records[record].proposes(i)) {
                continue;
            }
            for (int place = index.size(key) - 1; index.carrier(key, place) > record; place--) {
                count(record, i, index.carrier(key, place), counts);
            }
        }
    }

    /** Counts a pair for the session of a key, unless an earlier key of that session has it, and once for all. */
    private void count(int record, int at, int other, Counts counts) {
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
        counts.ofSession[session].add(pattern);
        if (first) {
            counts.all.add(pattern);
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
        LiveRecord[] drawn = drawRecords();
        return Cores.collect(
                drawn.length,
                PatternCounts::new,
                (counts, from, to, chunk) -> {
                    for (int i = from; i < to; i++) {
                        countRandom(drawn, i, counts);
                    }
                },
                PatternCounts::addAll);
    }

    /** Counts the pairs of one record with those before it. */
    private static void countRandom(LiveRecord[] drawn, int record, PatternCounts counts) {
        LiveRecord a = drawn[record];
        for (int i = 0; i < record; i++) {
            LiveRecord b = drawn[i];
            if (a.standard().type().compatibleWith(b.standard().type())) {
                counts.add(RecordComparator.compareApart(a, b, RecordComparator.names(a, b)));
            }
        }
    }

    /** The records of which all pairs are the random pairs: those whose keys have the least hashes. O(n log n). */
    private LiveRecord[] drawRecords() {
        int wanted = (int) Math.ceil((1 + Math.sqrt(1 + 8 * MAX_RANDOM_PAIRS)) / 2);
        long[] hash = new long[records.length];
        Cores.forEach(records.length, i -> hash[i] = hash(records[i].key()));
        long[] ascending = hash.clone();
        Arrays.parallelSort(ascending);
        long last = ascending.length == 0 ? 0 : ascending[Math.min(wanted, ascending.length) - 1];
        return IntStream.range(0, records.length)
                .filter(i -> hash[i] <= last)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> hash[i]).thenComparing(i -> records[i].key()))
                .limit(wanted)
                .map(i -> records[i])
                .toArray(LiveRecord[]::new);
    }

    private static long hash(RecordKey key) {
        return hash(key.tenant(), key.source(), key.id());
    }

    /** FNV-1a over the characters of the parts with a colon between, spread by MurmurHash3's finaliser. */
    private static long hash(String... parts) {
        long hash = 0xcbf29ce484222325L;
        for (int p = 0; p < parts.length; p++) {
            hash = p == 0 ? hash : (hash ^ ':') * 0x100000001b3L;
            for (int i = 0; i < parts[p].length(); i++) {
                hash = (hash ^ parts[p].charAt(i)) * 0x100000001b3L;
            }
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
