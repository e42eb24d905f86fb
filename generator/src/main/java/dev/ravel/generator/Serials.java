package dev.ravel.generator;

/**
 * Numbers that are unique and look random: an index is scattered over a range by multiplication modulo the range, which
 * is a bijection because the multiplier shares no factor with it. So a million phones never collide by accident, and an
 * id does not betray whose neighbour it is.
 */
final class Serials {
    /** 43451 times 142237: prime to every range used, whose factors are 2, 3 and 5. */
    private static final long MULTIPLIER = 6_180_339_887L;

    private static final long MAX_INDEX = Long.MAX_VALUE / MULTIPLIER;

    private Serials() {}

    /**
     * The image of an index, from 0 to {@code range - 1}.
     *
     * @param index from 0 to {@code range - 1}
     * @param range with no prime factor but 2, 3 and 5
     */
    static long scatter(long index, long range) {
        if (index < 0 || index >= range || index > MAX_INDEX) {
            throw new IllegalArgumentException("index " + index + " is outside the range of " + range);
        }
        return index * MULTIPLIER % range;
    }
}
