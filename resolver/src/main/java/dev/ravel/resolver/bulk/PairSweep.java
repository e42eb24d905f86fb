package dev.ravel.resolver.bulk;

import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.scoring.PairSieve;
import java.util.concurrent.atomic.LongAdder;

/**
 * Scores every candidate pair once, as far as it takes to tell whether it reaches the review threshold: each record looks through the later carriers of its proposing keys, and passes over
 * those that it has met under an earlier key. Records are numbered in ascending order of key, so the smaller record of a
 * pair is always the one that looks.
 */
final class PairSweep {
    private final PairList accepted;
    private final PairList doubtful;
    private final long candidatePairs;

    private PairSweep(PairList accepted, PairList doubtful, long candidatePairs) {
        this.accepted = accepted;
        this.doubtful = doubtful;
        this.candidatePairs = candidatePairs;
    }

    static PairSweep over(LiveRecord[] records, KeyIndex index, Resolver resolver) {
        LongAdder candidatePairs = new LongAdder();
        int[] order = SweepOrder.of(records, index);
        PairSieve sieve = resolver.scorer()
                .sieve(records, resolver.model(), resolver.settings().reviewWeight());
        int chunks = Cores.chunks(order.length);
        PairList[] accepted = new PairList[chunks];
        PairList[] doubtful = new PairList[chunks];
        Cores.forEachChunk(order.length, () -> new int[records.length], (metBy, from, to, chunk) -> {
            accepted[chunk] = new PairList();
            doubtful[chunk] = new PairList();
            long scored = 0;
            for (int i = from; i < to; i++) {
                scored += sweep(order[i], records, index, resolver, sieve, metBy, accepted[chunk], doubtful[chunk]);
            }
            candidatePairs.add(scored);
        });
        return new PairSweep(PairList.joined(accepted), PairList.joined(doubtful), candidatePairs.sum());
    }

    /** The pairs at or above the match threshold, in no order that means anything. */
    PairList accepted() {
        return accepted;
    }

    /** The pairs between the two thresholds, in no order that means anything. */
    PairList doubtful() {
        return doubtful;
    }

    /** How many pairs were scored. */
    long candidatePairs() {
        return candidatePairs;
    }

    /** Scores the pairs of which a record is the smaller; says how many there are. */
    private static int sweep(
            int record,
            LiveRecord[] records,
            KeyIndex index,
            Resolver resolver,
            PairSieve sieve,
            int[] metBy,
            PairList accepted,
            PairList doubtful) {
        LiveRecord own = records[record];
        double matchWeight = resolver.settings().matchWeight();
        double reviewWeight = resolver.settings().reviewWeight();
        int mark = record + 1;
        int scored = 0;
        for (int i = 0; i < own.standard().keys().size(); i++) {
            if (!own.proposes(i)) {
                continue;
            }
            int key = index.key(record, i);
            for (int place = index.size(key) - 1; index.carrier(key, place) > record; place--) {
                int other = index.carrier(key, place);
                if (metBy[other] != mark) {
                    metBy[other] = mark;
                    scored++;
                    if (!sieve.mayReach(record, other)) {
                        continue;
                    }
                    double weight = resolver.scorer().score(own, records[other], resolver.model());
                    if (weight >= matchWeight) {
                        accepted.add(record, other, weight);
                    } else if (weight >= reviewWeight) {
                        doubtful.add(record, other, weight);
                    }
                }
            }
        }
        return scored;
    }
}
