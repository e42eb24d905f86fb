package dev.ravel.resolver.comparison;

import java.util.List;

/**
 * How two places of birth, two countries of registration or two occupations agree. Of several values the best pair counts.
 * A long one that is the other misspelt, or with what surrounds it ({@code chelsea, london}), is similar.
 */
final class OriginComparator {
    static final int SAME = LevelPattern.number(Comparison.ORIGIN, "same");
    static final int SIMILAR = LevelPattern.number(Comparison.ORIGIN, "similar");
    static final int DIFFERENT = LevelPattern.number(Comparison.ORIGIN, "different");

    private static final int MIN_TYPO_LENGTH = 4;

    private OriginComparator() {}

    /** The best level; 0 if either has no value. */
    static int compare(List<String> a, List<String> b) {
        int best = 0;
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                best = IdentifierComparator.better(best, compare(a.get(i), b.get(j)));
            }
        }
        return best;
    }

    private static int compare(String a, String b) {
        if (a.equals(b)) {
            return SAME;
        }
        if (Math.min(a.length(), b.length()) < MIN_TYPO_LENGTH) {
            return DIFFERENT;
        }
        return isWithin(a, b) || isWithin(b, a) || WordComparator.bySpelling(a, b) <= WordComparator.LOOSE
                ? SIMILAR
                : DIFFERENT;
    }

    /** Whether a text is the first or last words of a longer one. */
    private static boolean isWithin(String part, String whole) {
        int rest = whole.length() - part.length();
        return rest > 0
                && ((whole.startsWith(part) && !Character.isLetter(whole.charAt(part.length())))
                        || (whole.endsWith(part) && !Character.isLetter(whole.charAt(rest - 1))));
    }
}
