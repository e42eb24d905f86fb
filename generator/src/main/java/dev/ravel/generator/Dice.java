package dev.ravel.generator;

import java.util.List;

/**
 * A seeded source of random choices: SplitMix64 (Steele, Lea, Flood 2014). Written out here because the sequences of
 * the JDK's generators may change between releases, and a seed must give the same customers on every one. Not
 * thread-safe.
 */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** The dice of one item of a seeded whole: items have independent sequences. */
    static Dice of(long seed, long item) {
        return new Dice(mix(seed) ^ mix(item * GOLDEN_GAMMA + 1));
    }

    /** A number from 0 to {@code bound - 1}; {@code bound} is positive. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** A number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** True in this share of calls, {@code share} from 0 to 1. */
    boolean chance(double share) {
        return share() < share;
    }

    /** A number from 0, included, to 1, excluded. */
    double share() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** One of the items, each as likely. */
    <T> T pick(List<T> items) {
        return items.get(below(items.size()));
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
