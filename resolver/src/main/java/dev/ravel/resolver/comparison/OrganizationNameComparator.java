package dev.ravel.resolver.comparison;

import dev.ravel.resolver.standardise.NameToken;
import dev.ravel.resolver.standardise.OrganizationName;
import java.util.List;

/** How the names of two organisations agree. Of several names the best pair counts. */
public final class OrganizationNameComparator {
    static final int EXACT = LevelPattern.number(Comparison.ORGANIZATION_NAME, "exact");
    static final int SIMILAR = LevelPattern.number(Comparison.ORGANIZATION_NAME, "similar");
    static final int CONTAINED = LevelPattern.number(Comparison.ORGANIZATION_NAME, "contained");
    static final int OVERLAPPING = LevelPattern.number(Comparison.ORGANIZATION_NAME, "overlapping");
    static final int OTHER_BRANCH = LevelPattern.number(Comparison.ORGANIZATION_NAME, "otherBranch");
    static final int DIFFERENT = LevelPattern.number(Comparison.ORGANIZATION_NAME, "different");

    /** The share of letters that must stand in words with a partner, of the shorter name, to count as the same name. */
    private static final double SIMILAR_SHARE = 0.99;

    private static final double OVERLAP_SHARE = 0.5;

    /** A single word of a longer name says too little to be that name. */
    private static final int MIN_CONTAINED_WORDS = 2;

    private OrganizationNameComparator() {}

    /** The best level; 0 if either record has no such name. */
    static int compare(List<OrganizationName> a, List<OrganizationName> b) {
        int best = 0;
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                int level = compare(a.get(i), b.get(j));
                best = best == 0 ? level : Math.min(best, level);
            }
        }
        return best;
    }

    /** Whether two names agree at the level {@code exact}. */
    public static boolean isExact(OrganizationName a, OrganizationName b) {
        return compare(a, b) == EXACT;
    }

    private static int compare(OrganizationName a, OrganizationName b) {
        int level = byWords(a, b);
        return switch (Branches.of(a, b)) {
            case SAME -> EXACT;
            case OTHER -> level <= OVERLAPPING ? OTHER_BRANCH : level;
            case UNKNOWN -> level;
        };
    }

    private static int byWords(OrganizationName a, OrganizationName b) {
        if (WordComparator.sameWords(a.words(), b.words())) {
            return EXACT;
        }
        int lettersA = letters(a.words());
        int lettersB = letters(b.words());
        boolean aFirst =
                lettersA < lettersB || (lettersA == lettersB && a.core().compareTo(b.core()) <= 0);
        OrganizationName shorter = aFirst ? a : b;
        OrganizationName longer = aFirst ? b : a;
        int matched = matchedLetters(shorter.words(), longer.words());
        double share = matched / (double) Math.min(lettersA, lettersB);
        boolean wholeAlike = WordComparator.bySpelling(a.core(), b.core()) <= WordComparator.LOOSE;
        if (wholeAlike
                || (share >= SIMILAR_SHARE
                        && shorter.words().size() == longer.words().size())) {
            return SIMILAR;
        }
        if (share >= SIMILAR_SHARE && shorter.words().size() >= MIN_CONTAINED_WORDS) {
            return CONTAINED;
        }
        return share >= OVERLAP_SHARE ? OVERLAPPING : DIFFERENT;
    }

    private static int letters(List<NameToken> words) {
        int letters = 0;
        for (int i = 0; i < words.size(); i++) {
            letters += words.get(i).text().length();
        }
        return letters;
    }

    private static int matchedLetters(List<NameToken> words, List<NameToken> among) {
        int letters = 0;
        for (int i = 0; i < words.size(); i++) {
            if (hasPartner(words.get(i), among)) {
                letters += words.get(i).text().length();
            }
        }
        return letters;
    }

    private static boolean hasPartner(NameToken word, List<NameToken> among) {
        for (int j = 0; j < among.size(); j++) {
            int level = WordComparator.compare(word, among.get(j));
            if (level == WordComparator.SAME || level == WordComparator.SIMILAR || level == WordComparator.LOOSE) {
                return true;
            }
        }
        return false;
    }
}
