package dev.ravel.resolver.comparison;

import dev.ravel.resolver.standardise.NameToken;
import java.util.List;
import java.util.Set;

/**
 * Fathers' names among given names: what follows {@code bin} or {@code ben}, and what ends like {@code Petrovich}. A middle
 * name may be any of several that a person has; a father's name is one, and its place says whose it is.
 */
final class Patronymics {
    private static final Set<String> CHILD_OF = Set.of("bin", "ben", "ibn", "bint", "binti");

    /** East Slavic endings in Latin letters, by the usual ways of writing them. */
    private static final List<String> ENDINGS =
            List.of("ovich", "evich", "ovitch", "evitch", "ovych", "evych", "ovic", "evic", "ovna", "evna", "ivna");

    private static final int MIN_LETTERS = 7;
    private static final int NONE = -1;

    private Patronymics() {}

    /**
     * Whether both name their fathers and these differ, as those of brothers' sons do and of a father and his child.
     * Symmetric.
     */
    static boolean tellApart(List<NameToken> a, List<NameToken> b) {
        if (a.size() < 2 || b.size() < 2) {
            return false;
        }
        int fatherOfA = father(a);
        int fatherOfB = father(b);
        return fatherOfA != NONE
                && fatherOfB != NONE
                && WordComparator.compare(a.get(fatherOfA), b.get(fatherOfB)) == WordComparator.DIFFERENT;
    }

    /** The place of the father's name; {@code NONE} if none is told. */
    private static int father(List<NameToken> given) {
        for (int i = 1; i < given.size(); i++) {
            NameToken word = given.get(i);
            if (!word.isParticle() && !word.isInitial() && (followsChildOf(given, i) || endsLikeOne(word.text()))) {
                return i;
            }
        }
        return NONE;
    }

    private static boolean followsChildOf(List<NameToken> given, int word) {
        int before = word - 1;
        while (before > 0 && given.get(before).isParticle()) {
            if (CHILD_OF.contains(given.get(before).text())) {
                return true;
            }
            before--;
        }
        return false;
    }

    private static boolean endsLikeOne(String text) {
        return text.length() >= MIN_LETTERS && ENDINGS.stream().anyMatch(text::endsWith);
    }
}
