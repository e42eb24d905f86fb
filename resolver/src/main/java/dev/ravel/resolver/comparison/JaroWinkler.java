package dev.ravel.resolver.comparison;

/**
 * The Jaro-Winkler similarity without allocation, in Winkler's original form: half-transpositions are floored, the
 * prefix counts up to four units at 0.1 each, and there is no threshold below which the prefix is ignored.
 *
 * <p>Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage"
 * (1990). Texts are compared by their first {@value #MAX_LENGTH} UTF-16 code units; which of them have found a partner is
 * kept in one machine word a side.
 */
public final class JaroWinkler {
    /** The units of a text that take part. */
    public static final int MAX_LENGTH = Long.SIZE;

    private static final int MAX_PREFIX = 4;
    private static final double PREFIX_SCALE = 0.1;

    private JaroWinkler() {}

    /** The similarity, 0 (nothing in common) to 1 (equal). Symmetric. */
    public static double similarity(String a, String b) {
        int lengthA = Math.min(a.length(), MAX_LENGTH);
        int lengthB = Math.min(b.length(), MAX_LENGTH);
        if (lengthA == 0 || lengthB == 0) {
            return lengthA == lengthB ? 1 : 0;
        }
        int window = Math.max(0, Math.max(lengthA, lengthB) / 2 - 1);
        long pairedA = 0;
        long pairedB = 0;
        int matches = 0;
        for (int i = 0; i < lengthA; i++) {
            int end = Math.min(lengthB, i + window + 1);
            for (int j = Math.max(0, i - window); j < end; j++) {
                if ((pairedB >>> j & 1) == 0 && a.charAt(i) == b.charAt(j)) {
                    pairedA |= 1L << i;
                    pairedB |= 1L << j;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        double m = matches;
        int transpositions = outOfOrder(a, pairedA, b, pairedB) / 2;
        double jaro = (m / lengthA + m / lengthB + (m - transpositions) / m) / 3;
        return jaro + commonPrefix(a, b, Math.min(lengthA, lengthB)) * PREFIX_SCALE * (1 - jaro);
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
        int limit = Math.min(MAX_PREFIX, length);
        while (prefix < limit && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return prefix;
    }
}
