package dev.ravel.resolver.comparison;

/**
 * A text of up to {@value #CAPACITY} ASCII units in two machine words, eight bits a unit, the first unit lowest. What two
 * such texts begin and end with in common, and all places of a unit, are found without a loop, and so without a branch that
 * the processor would guess wrong: most of the time of comparing two names goes there.
 *
 * <p>Units are loaded in two groups that overlap, so that texts of all lengths from eight on take the same path.
 */
final class AsciiWords {
    /** How many units two words hold. */
    static final int CAPACITY = 16;

    private static final int LANES = 8;
    private static final int HALF = 4;
    private static final int MAX_ASCII = 0x7f;
    private static final long ONES = 0x0101010101010101L;
    private static final long SIGNS = 0x8080808080808080L;

    /** Brings the sign of lane k to bit 56 + k; the partial products meet nowhere. */
    private static final long GATHER = 0x0002040810204081L;

    private AsciiWords() {}

    /** Whether it is worth trying to pack a text; it may still hold other units, which {@link #areAscii} tells. */
    static boolean mayFit(String text, int length) {
        return length > 0 && length <= CAPACITY && text.charAt(0) <= MAX_ASCII;
    }

    /** Units 0 to 7, zero where there are none. */
    static long low(String text, int length) {
        if (length >= LANES) {
            return lanes(text, 0);
        }
        if (length >= HALF) {
            return half(text, 0) | half(text, length - HALF) << (Byte.SIZE * (length - HALF));
        }
        long word = 0;
        int all = 0;
        for (int i = length - 1; i >= 0; i--) {
            char unit = text.charAt(i);
            word = word << Byte.SIZE | unit;
            all |= unit;
        }
        return checked(word, all);
    }

    /** Units 8 to 15, zero where there are none. */
    static long high(String text, int length) {
        // In two steps, because a shift by 64 is none.
        int half = Byte.SIZE / 2 * (CAPACITY - length);
        return length < LANES ? 0 : lanes(text, length - LANES) >>> half >>> half;
    }

    /** Whether the texts that these words come from hold nothing else than ASCII. */
    static boolean areAscii(long low, long high, long otherLow, long otherHigh) {
        return ((low | high | otherLow | otherHigh) & SIGNS) == 0;
    }

    /** How many units two texts begin with in common, if they have no end. */
    static int commonPrefix(long low, long high, long otherLow, long otherHigh) {
        int inLow = Long.numberOfTrailingZeros(low ^ otherLow) >>> 3;
        int inHigh = Long.numberOfTrailingZeros(high ^ otherHigh) >>> 3;
        return inLow + (inLow == LANES ? inHigh : 0);
    }

    /**
     * How many units two texts end with in common, at most as many as the shorter has; 0 where their lengths differ by eight
     * units or more, whatever their ends are.
     */
    static int commonSuffix(long low, long high, int length, long shorterLow, long shorterHigh, int shorterLength) {
        int shift = length - shorterLength;
        int bits = Byte.SIZE * shift;
        long different = high ^ (shorterHigh << bits | shorterLow >>> 1 >>> (Long.SIZE - 1 - bits));
        int inHigh = Long.numberOfLeadingZeros(different) >>> 3;
        int inLow = Long.numberOfLeadingZeros(low ^ shorterLow << bits) >>> 3;
        int common = inHigh + (inHigh == LANES ? inLow : 0) - (CAPACITY - length);
        return shift < LANES ? Math.min(common, shorterLength) : 0;
    }

    /** The unit of this number. */
    static int unit(long low, long high, int number) {
        return (int) ((number < LANES ? low : high) >>> (Byte.SIZE * number)) & MAX_ASCII;
    }

    /** Where a unit is: bit i is set if it is unit i. What lies after the end counts as unit 0. */
    static long places(long low, long high, int unit) {
        long everywhere = unit * ONES;
        return places(low ^ everywhere) | places(high ^ everywhere) << LANES;
    }

    private static long places(long different) {
        return (((SIGNS - different) & SIGNS) * GATHER) >>> (Long.SIZE - LANES);
    }

    private static long lanes(String text, int at) {
        char unit0 = text.charAt(at);
        char unit7 = text.charAt(at + 7);
        char unit1 = text.charAt(at + 1);
        char unit2 = text.charAt(at + 2);
        char unit3 = text.charAt(at + 3);
        char unit4 = text.charAt(at + 4);
        char unit5 = text.charAt(at + 5);
        char unit6 = text.charAt(at + 6);
        int first = unit0 | unit1 << 8 | unit2 << 16 | unit3 << 24;
        int second = unit4 | unit5 << 8 | unit6 << 16 | unit7 << 24;
        return checked(first | (long) second << 32, unit0 | unit1 | unit2 | unit3 | unit4 | unit5 | unit6 | unit7);
    }

    private static long half(String text, int at) {
        char unit0 = text.charAt(at);
        char unit3 = text.charAt(at + 3);
        char unit1 = text.charAt(at + 1);
        char unit2 = text.charAt(at + 2);
        return checked(unit0 | unit1 << 8 | unit2 << 16 | (long) unit3 << 24, unit0 | unit1 | unit2 | unit3);
    }

    /** Each unit has its sign set if one needs more than seven bits. */
    private static long checked(long word, int all) {
        return all > MAX_ASCII ? -1L : word;
    }
}
