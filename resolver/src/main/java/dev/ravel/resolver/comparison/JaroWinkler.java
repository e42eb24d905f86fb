package dev.ravel.resolver.comparison;

/**
 * The Jaro-Winkler similarity without allocation, in Winkler's original form: half-transpositions are floored, the
 * prefix counts up to four units at 0.1 each, and there is no threshold below which the prefix is ignored.
 *
 * <p>Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage"
 * (1990). Texts are compared by their first {@value #MAX_LENGTH} UTF-16 code units; which of them have found a partner is
 * kept in one machine word a side. What the two begin with in common is paired with itself, because the first free unit in
 * reach is the partner; the places of a unit in the rest are found at once.
 */
public final class JaroWinkler {
    /** The units of a text that take part. */
    public static final int MAX_LENGTH = Long.SIZE;

    private static final int MAX_PREFIX = 4;
    private static final double PREFIX_SCALE = 0.1;

    private JaroWinkler() {}

    /** The similarity, 0 (nothing in common) to 1 (equal). Symmetric. */
    public static double similarity(String a, String b) {
        int lengthA = a.length();
        int lengthB = b.length();
        if (AsciiWords.mayFit(a, lengthA) && AsciiWords.mayFit(b, lengthB)) {
            long lowA = AsciiWords.low(a, lengthA);
            long highA = AsciiWords.high(a, lengthA);
            long lowB = AsciiWords.low(b, lengthB);
            long highB = AsciiWords.high(b, lengthB);
            if (AsciiWords.areAscii(lowA, highA, lowB, highB)) {
                // Which of the two is shorter cannot be foreseen, so they change places without a branch.
                int longer = (lengthB - lengthA) >> (Integer.SIZE - 1);
                long low = (lowA ^ lowB) & longer;
                long high = (highA ^ highB) & longer;
                int length = (lengthA ^ lengthB) & longer;
                return similarity(
                        lowA ^ low, highA ^ high, lengthA ^ length, lowB ^ low, highB ^ high, lengthB ^ length);
            }
        }
        return anySimilarity(a, b);
    }

    /** The similarity of two texts of {@link AsciiWords}, the first not longer than the second. */
    private static double similarity(long lowA, long highA, int lengthA, long lowB, long highB, int lengthB) {
        int prefix = Math.min(AsciiWords.commonPrefix(lowA, highA, lowB, highB), lengthA);
        int window = Math.max(0, lengthB / 2 - 1);
        long pairedA = (1L << prefix) - 1;
        long pairedB = pairedA;
        long crossed = 0;
        // Places that may be paired with unit i, moved up by the window: it never reaches 32 units.
        long reach = ((2L << (2 * window)) - 1) << prefix;
        long inside = (1L << lengthB) - 1;
        for (int i = prefix; i < lengthA; i++) {
            long places = AsciiWords.places(lowB, highB, AsciiWords.unit(lowA, highA, i));
            long free = places & ~pairedB & (reach >>> window) & inside;
            long partner = free & -free;
            crossed |= pairedB & -partner;
            pairedA |= (free | -free) >>> (Long.SIZE - 1) << i;
            pairedB |= partner;
            reach <<= 1;
        }
        int matches = Long.bitCount(pairedA);
        if (matches == 0) {
            return 0;
        }
        int transpositions = crossed == 0 ? 0 : outOfOrder(lowA, highA, pairedA, lowB, highB, pairedB) / 2;
        return weighed(lengthA, lengthB, matches, transpositions, prefix);
    }

    private static int outOfOrder(long lowA, long highA, long pairedA, long lowB, long highB, long pairedB) {
        int different = 0;
        long restB = pairedB;
        for (long restA = pairedA; restA != 0; restA &= restA - 1) {
            int unitA = AsciiWords.unit(lowA, highA, Long.numberOfTrailingZeros(restA));
            int unitB = AsciiWords.unit(lowB, highB, Long.numberOfTrailingZeros(restB));
            different += unitA == unitB ? 0 : 1;
            restB &= restB - 1;
        }
        return different;
    }

    private static double anySimilarity(String a, String b) {
        int lengthA = Math.min(a.length(), MAX_LENGTH);
        int lengthB = Math.min(b.length(), MAX_LENGTH);
        if (lengthA == 0 || lengthB == 0) {
            return lengthA == lengthB ? 1 : 0;
        }
        int shorter = Math.min(lengthA, lengthB);
        int prefix = commonPrefix(a, b, shorter);
        if (prefix == shorter) {
            return weighed(lengthA, lengthB, shorter, 0, prefix);
        }
        int window = Math.max(0, Math.max(lengthA, lengthB) / 2 - 1);
        long summary = PackedUnits.summary(b, prefix, lengthB);
        boolean wide = PackedUnits.isWide(summary);
        int rest = lengthB - prefix;
        boolean packed = rest <= PackedUnits.capacity(wide);
        long word0 = packed ? PackedUnits.word(b, prefix, lengthB, 0, wide) : 0;
        long word1 = packed ? PackedUnits.word(b, prefix, lengthB, 1, wide) : 0;
        long word2 = packed ? PackedUnits.word(b, prefix, lengthB, 2, wide) : 0;
        long word3 = packed ? PackedUnits.word(b, prefix, lengthB, 3, wide) : 0;
        long pairedA = 0;
        long pairedB = 0;
        int last = Math.min(lengthA, lengthB + window);
        for (int i = prefix; i < last; i++) {
            char unit = a.charAt(i);
            long places = packed
                    ? PackedUnits.places(word0, word1, word2, word3, rest, unit, summary) << prefix
                    : places(b, prefix, lengthB, unit);
            long free = places & ~pairedB & reach(i, window, lengthB);
            pairedA |= (free | -free) >>> (Long.SIZE - 1) << i;
            pairedB |= free & -free;
        }
        int matches = prefix + Long.bitCount(pairedA);
        if (matches == 0) {
            return 0;
        }
        return weighed(lengthA, lengthB, matches, outOfOrder(a, pairedA, b, pairedB) / 2, prefix);
    }

    private static double weighed(int lengthA, int lengthB, double matches, int transpositions, int prefix) {
        double jaro = (matches / lengthA + matches / lengthB + (matches - transpositions) / matches) / 3;
        return jaro + Math.min(prefix, MAX_PREFIX) * PREFIX_SCALE * (1 - jaro);
    }

    /** The places of the other text that a unit may be paired with. */
    private static long reach(int i, int window, int length) {
        int first = Math.max(0, i - window);
        int end = Math.min(length, i + window + 1);
        return -1L << first & -1L >>> (Long.SIZE - end);
    }

    private static long places(String text, int start, int end, char unit) {
        long places = 0;
        for (int i = start; i < end; i++) {
            places |= (text.charAt(i) == unit ? 1L : 0L) << i;
        }
        return places;
    }

    private static int outOfOrder(String a, long pairedA, String b, long pairedB) {
        int different = 0;
        long restA = pairedA;
        long restB = pairedB;
        while (restA != 0) {
            if (a.charAt(Long.numberOfTrailingZeros(restA)) != b.charAt(Long.numberOfTrailingZeros(restB))) {
                different++;
            }
            restA &= restA - 1;
            restB &= restB - 1;
        }
        return different;
    }

    private static int commonPrefix(String a, String b, int length) {
        int prefix = 0;
        while (prefix < length && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return prefix;
    }
}
