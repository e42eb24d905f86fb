package dev.ravel.resolver.comparison;

/**
 * A part of a text in four machine words, so that all places of a unit are found at once: {@value #NARROW} units of eight
 * bits, or {@value #WIDE} of sixteen where one needs them. The words are passed about one by one, so that nothing is
 * allocated.
 *
 * <p>Comparing lane by lane inside a word: Warren, "Hacker's Delight", 2nd edition (2012), section 6-1; gathering the
 * lanes' answers by a multiplication, whose partial products meet nowhere.
 */
final class PackedUnits {
    /** How many units fit if all are below 256. */
    static final int NARROW = 32;

    /** How many units fit otherwise. */
    static final int WIDE = 16;

    private static final int MAX_NARROW = 0xff;
    private static final int NARROW_LANES = 8;
    private static final int WIDE_LANES = 4;
    private static final long NARROW_ONES = 0x0101010101010101L;
    private static final long NARROW_LOW = 0x7f7f7f7f7f7f7f7fL;
    private static final long NARROW_GATHER = 0x0102040810204080L;
    private static final long WIDE_ONES = 0x0001000100010001L;
    private static final long WIDE_LOW = 0x7fff7fff7fff7fffL;
    private static final long WIDE_GATHER = 1L << 48 | 1L << 33 | 1L << 18 | 1L << 3;

    private PackedUnits() {}

    /**
     * What the units from {@code start} to before {@code end} are at most: bit {@code unit % 64} of each, and the sign if
     * one of them needs sixteen bits, or is thought to.
     */
    static long summary(String text, int start, int end) {
        long summary = 0;
        int all = 0;
        for (int i = start; i < end; i++) {
            char unit = text.charAt(i);
            summary |= 1L << unit;
            all |= unit;
        }
        return all > MAX_NARROW ? summary | Long.MIN_VALUE : summary;
    }

    /** Whether units of this summary are held as sixteen bits. */
    static boolean isWide(long summary) {
        return summary < 0;
    }

    /** How many units fit. */
    static int capacity(boolean wide) {
        return wide ? WIDE : NARROW;
    }

    /** The word of this number, 0 to 3, of the units from {@code start} to before {@code end}. */
    static long word(String text, int start, int end, int number, boolean wide) {
        int lanes = wide ? WIDE_LANES : NARROW_LANES;
        int bits = Long.SIZE / lanes;
        int from = start + number * lanes;
        int to = Math.min(end, from + lanes);
        long word = 0;
        for (int i = to - 1; i >= from; i--) {
            word = word << bits | text.charAt(i);
        }
        return word;
    }

    /**
     * Where a unit is: bit i is set if it is unit i. Lanes that hold none count as unit 0.
     *
     * @param length how many units are held, to leave out words that hold none
     * @param summary of these units; the signs of a script are many, and most are seen here not to occur
     */
    static long places(long word0, long word1, long word2, long word3, int length, char unit, long summary) {
        if (isWide(summary)) {
            if ((summary >>> unit & 1) == 0) {
                return 0;
            }
            long places = widePlaces(word0, unit);
            if (length > WIDE_LANES) {
                places |= widePlaces(word1, unit) << WIDE_LANES;
            }
            if (length > 2 * WIDE_LANES) {
                places |= widePlaces(word2, unit) << (2 * WIDE_LANES) | widePlaces(word3, unit) << (3 * WIDE_LANES);
            }
            return places;
        }
        if (unit > MAX_NARROW) {
            return 0;
        }
        long places = narrowPlaces(word0, unit);
        if (length > NARROW_LANES) {
            places |= narrowPlaces(word1, unit) << NARROW_LANES;
        }
        if (length > 2 * NARROW_LANES) {
            places |= narrowPlaces(word2, unit) << (2 * NARROW_LANES) | narrowPlaces(word3, unit) << (3 * NARROW_LANES);
        }
        return places;
    }

    private static long narrowPlaces(long word, char unit) {
        long difference = word ^ unit * NARROW_ONES;
        long same = ~((difference & NARROW_LOW) + NARROW_LOW | difference | NARROW_LOW);
        return ((same >>> 7) * NARROW_GATHER) >>> 56;
    }

    private static long widePlaces(long word, char unit) {
        long difference = word ^ unit * WIDE_ONES;
        long same = ~((difference & WIDE_LOW) + WIDE_LOW | difference | WIDE_LOW);
        return ((same >>> 15) * WIDE_GATHER) >>> 48 & 0xf;
    }
}
