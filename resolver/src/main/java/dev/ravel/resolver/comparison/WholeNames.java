package dev.ravel.resolver.comparison;

import dev.ravel.resolver.standardise.NameToken;
import dev.ravel.resolver.standardise.PersonName;

/** Compares whole names, however they are divided into family and given name. Allocates nothing. */
final class WholeNames {
    /** Names of fewer letters are not looked at for their letters alone. */
    private static final int MIN_LETTERS = 6;

    private WholeNames() {}

    /** Whether both names consist of the same two or more words, however they are divided and ordered. */
    static boolean sameWords(PersonName a, PersonName b) {
        return a.family().size() + a.given().size()
                        == b.family().size() + b.given().size()
                && isContained(a, b);
    }

    /**
     * Whether two names have the same letters in the same order, family name first or last, though divided into other
     * words, or into none: {@code 艾力·买买提} and {@code 艾力买买提}, {@code VladimirPutin}. Two names in Han characters are told apart by those.
     */
    static boolean sameLetters(PersonName a, PersonName b) {
        NameToken wholeFamilyA = a.familyJoined();
        NameToken wholeGivenA = a.givenJoined();
        NameToken wholeFamilyB = b.familyJoined();
        NameToken wholeGivenB = b.givenJoined();
        boolean bothHan = !a.han().isEmpty() && !b.han().isEmpty();
        boolean oneWordEach =
                (wholeFamilyA == null || wholeGivenA == null) && (wholeFamilyB == null || wholeGivenB == null);
        if (bothHan || oneWordEach) {
            return false;
        }
        String familyA = wholeFamilyA == null ? "" : wholeFamilyA.text();
        String givenA = wholeGivenA == null ? "" : wholeGivenA.text();
        String familyB = wholeFamilyB == null ? "" : wholeFamilyB.text();
        String givenB = wholeGivenB == null ? "" : wholeGivenB.text();
        int letters = familyA.length() + givenA.length();
        return letters >= MIN_LETTERS
                && letters == familyB.length() + givenB.length()
                && (reads(givenA, familyA, givenB, familyB)
                        || reads(givenA, familyA, familyB, givenB)
                        || reads(familyA, givenA, givenB, familyB)
                        || reads(familyA, givenA, familyB, givenB));
    }

    /** Whether two words read together like two others, all of them together equally long. */
    private static boolean reads(String first, String second, String otherFirst, String otherSecond) {
        if (first.length() > otherFirst.length()) {
            return reads(otherFirst, otherSecond, first, second);
        }
        int rest = otherFirst.length() - first.length();
        return otherFirst.startsWith(first)
                && otherFirst.regionMatches(first.length(), second, 0, rest)
                && second.regionMatches(rest, otherSecond, 0, otherSecond.length());
    }

    /** Whether all words of a name of at least two different full words are in the other. */
    static boolean isContained(PersonName a, PersonName b) {
        int full = 0;
        for (int i = 0; i < a.family().size(); i++) {
            NameToken word = a.family().get(i);
            if (!isIn(b, word)) {
                return false;
            }
            full += word.isInitial() ? 0 : 1;
        }
        for (int i = 0; i < a.given().size(); i++) {
            NameToken word = a.given().get(i);
            if (!isIn(b, word)) {
                return false;
            }
            full += word.isInitial() || NameParts.contains(a.family(), word) ? 0 : 1;
        }
        return full >= 2;
    }

    private static boolean isIn(PersonName name, NameToken word) {
        return NameParts.contains(name.family(), word) || NameParts.contains(name.given(), word);
    }
}
