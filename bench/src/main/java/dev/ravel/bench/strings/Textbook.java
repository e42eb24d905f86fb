package dev.ravel.bench.strings;

/** The comparisons as textbooks give them: slow, allocating, and easy to check by eye. */
final class Textbook {
    private static final int MAX_PREFIX = 4;
    private static final double PREFIX_SCALE = 0.1;

    private Textbook() {}

    /** Levenshtein's distance by the dynamic programme of Wagner and Fischer (1974). */
    static int levenshtein(String a, String b) {
        return distance(a, b, false);
    }

    /** Optimal string alignment: the same with a swap of neighbours as one edit. */
    static int alignment(String a, String b) {
        return distance(a, b, true);
    }

    private static int distance(String a, String b, boolean swaps) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swaps && swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    /** Jaro and Winkler's similarity in Winkler's form (1990): half-transpositions are floored. */
    static double jaroWinkler(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() == b.length() ? 1 : 0;
        }
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] partnerOfB = new boolean[b.length()];
        StringBuilder left = new StringBuilder();
        for (int i = 0; i < a.length(); i++) {
            for (int j = Math.max(0, i - window); j <= Math.min(b.length() - 1, i + window); j++) {
                if (!partnerOfB[j] && a.charAt(i) == b.charAt(j)) {
                    partnerOfB[j] = true;
                    left.append(a.charAt(i));
                    break;
                }
            }
        }
        StringBuilder right = new StringBuilder();
        for (int j = 0; j < b.length(); j++) {
            if (partnerOfB[j]) {
                right.append(b.charAt(j));
            }
        }
        double m = left.length();
        if (left.isEmpty()) {
            return 0;
        }
        int outOfOrder = 0;
        for (int i = 0; i < left.length(); i++) {
            outOfOrder += left.charAt(i) == right.charAt(i) ? 0 : 1;
        }
        int transpositions = outOfOrder / 2;
        double jaro = (m / a.length() + m / b.length() + (m - transpositions) / m) / 3;
        int prefix = 0;
        while (prefix < MAX_PREFIX
                && prefix < Math.min(a.length(), b.length())
                && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_SCALE * (1 - jaro);
    }
}
