package dev.ravel.resolver.comparison;

import dev.ravel.resolver.standardise.NameToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the words of one part of a name, family or given, with those of another. Allocates nothing. */
final class NameParts {
    private static final int MAX_INITIALS = 3;
    private static final String VOWELS = "aeiouy";

    private NameParts() {}

    /** Whether each of two parts of more than one word has a word that is like none of the other. */
    static boolean middleDiffers(List<NameToken> a, List<NameToken> b) {
        return a.size() > 1 && b.size() > 1 && hasStranger(a, b) && hasStranger(b, a);
    }

    /** Whether the first words are like none of the other name's: {@code Asif Ali} and {@code Arbaz Ali}. */
    static boolean firstDiffers(List<NameToken> a, List<NameToken> b) {
        return isStranger(a.get(0), b) && isStranger(b.get(0), a);
    }

    /** Whether any word, particles left out, is like none of the others. */
    private static boolean hasStranger(List<NameToken> words, List<NameToken> others) {
        for (int i = 0; i < words.size(); i++) {
            if (isStranger(words.get(i), others)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStranger(NameToken word, List<NameToken> others) {
        boolean strange = !word.isParticle();
        for (int j = 0; strange && j < others.size(); j++) {
            strange = WordComparator.compare(word, others.get(j)) >= WordComparator.LOOSE;
        }
        return strange;
    }

    /**
     * How two parts of names agree: a level of {@link WordComparator}, -1 if either is empty.
     */
    static int compare(List<NameToken> a, @Nullable NameToken joinedA, List<NameToken> b, @Nullable NameToken joinedB) {
        if (joinedA == null || joinedB == null) {
            return -1;
        }
        int whole = WordComparator.compare(joinedA, joinedB);
        if (whole == WordComparator.SAME || (a.size() == 1 && b.size() == 1)) {
            return whole;
        }
        if (areInitials(a, b) || areInitials(b, a)) {
            return WordComparator.INITIAL;
        }
        boolean behindParticles = saysLittle(a, a.get(0)) && saysLittle(b, b.get(0));
        int first = behindParticles
                ? WordComparator.compare(a.get(a.size() - 1), b.get(b.size() - 1))
                : WordComparator.compare(a.get(0), b.get(0));
        if (first == WordComparator.SAME) {
            return WordComparator.PART;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).isInitial() && !saysLittle(a, a.get(i)) && contains(b, a.get(i))) {
                return WordComparator.PART;
            }
        }
        return behindParticles ? first : Math.min(whole, first);
    }

    /** Whether one word holds the initials of all the others, {@code JC} of {@code Jean-Claude}; with a vowel it may be a name. */
    private static boolean areInitials(List<NameToken> one, List<NameToken> words) {
        if (one.size() != 1 || one.get(0).text().length() != words.size() || words.size() > MAX_INITIALS) {
            return false;
        }
        String letters = one.get(0).text();
        for (int i = 0; i < words.size(); i++) {
            char letter = letters.charAt(i);
            if (VOWELS.indexOf(letter) >= 0 || words.get(i).text().charAt(0) != letter) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word is a particle beside other words: {@code al} in {@code al masri} makes nobody a relative. */
    private static boolean saysLittle(List<NameToken> words, NameToken word) {
        return word.isParticle() && words.size() > 1;
    }

    /** Whether a word is among others. */
    static boolean contains(List<NameToken> words, NameToken word) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals(word)) {
                return true;
            }
        }
        return false;
    }
}
