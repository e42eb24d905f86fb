package dev.ravel.resolver.bulk;

import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.scoring.PairSieve;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Scores the pairs of one block, where blocks are looked at one by one: those that belong to it, because the two records
 * share no earlier key that proposes candidates. Over all blocks it scores the pairs that {@link BulkResolver} scores, each
 * once. Thread-safe.
 */
public final class BlockSweep {
    /** In a smaller block a bound from above costs more than the scores that it spares. */
    private static final int WORTH_A_SIEVE = 8;

    private final Resolver resolver;

    /** Blocks of records that were standardised under this resolver's settings. */
    public BlockSweep(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * A record in a block.
     *
     * @param number the record's number
     * @param live the record
     * @param keys the numbers of its keys in their order; equal ones of two records are one key, negative ones are of no
     *     other record
     * @param place which of its keys the block's is
     */
    public record Member(long number, LiveRecord live, long[] keys, int place) {}

    /** Takes a scored pair, the record with the smaller key first. */
    @FunctionalInterface
    public interface PairConsumer {
        void accept(Member smaller, Member larger, double weight);
    }

    /**
     * Scores a block.
     *
     * @param block its records, each once, in any order
     * @param accepted takes the pairs at or above the match weight
     * @param doubtful takes those between the two thresholds
     * @return how many pairs belong to the block
     */
    public int sweep(List<Member> block, PairConsumer accepted, PairConsumer doubtful) {
        Member[] members = block.toArray(Member[]::new);
        Arrays.sort(members, Comparator.comparing(member -> member.live().key()));
        double matchWeight = resolver.settings().matchWeight();
        double reviewWeight = resolver.settings().reviewWeight();
        PairSieve sieve = sieve(members, reviewWeight);
        int pairs = 0;
        for (int a = 0; a < members.length; a++) {
            for (int b = a + 1; b < members.length; b++) {
                if (isElsewhere(members[a], members[b])) {
                    continue;
                }
                pairs++;
                if (!sieve.mayReach(a, b)) {
                    continue;
                }
                double weight = resolver.scorer().score(members[a].live(), members[b].live(), resolver.model());
                if (weight >= matchWeight) {
                    accepted.accept(members[a], members[b], weight);
                } else if (weight >= reviewWeight) {
                    doubtful.accept(members[a], members[b], weight);
                }
            }
        }
        return pairs;
    }

    private PairSieve sieve(Member[] members, double least) {
        if (members.length < WORTH_A_SIEVE) {
            return (a, b) -> true;
        }
        LiveRecord[] records = new LiveRecord[members.length];
        for (int i = 0; i < members.length; i++) {
            records[i] = members[i].live();
        }
        return resolver.scorer().sieve(records, resolver.model(), least);
    }

    /** Whether an earlier key of the smaller record makes the two a pair. */
    private static boolean isElsewhere(Member smaller, Member larger) {
        for (int i = 0; i < smaller.place; i++) {
            long key = smaller.keys[i];
            if (key >= 0 && smaller.live.proposes(i) && contains(larger.keys, key)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(long[] keys, long key) {
        for (long one : keys) {
            if (one == key) {
                return true;
            }
        }
        return false;
    }
}
