package dev.ravel.resolver.comparison;

import dev.ravel.resolver.standardise.NameToken;
import dev.ravel.resolver.standardise.PersonName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the names of two people agree, family and given name apart. Of several names the best pair counts; family and given
 * name are also tried in the other order, because sources mix them up. The answer is packed into one {@code int}, so that
 * comparing allocates nothing.
 */
public final class PersonNameComparator {
    static final int FAMILY_EXACT = LevelPattern.number(Comparison.FAMILY_NAME, "exact");
    static final int FAMILY_SAME_READING = LevelPattern.number(Comparison.FAMILY_NAME, "sameReading");
    static final int FAMILY_PART_SAME = LevelPattern.number(Comparison.FAMILY_NAME, "partSame");
    static final int FAMILY_SIMILAR = LevelPattern.number(Comparison.FAMILY_NAME, "similar");
    static final int FAMILY_INITIAL = LevelPattern.number(Comparison.FAMILY_NAME, "initial");
    static final int FAMILY_LOOSE = LevelPattern.number(Comparison.FAMILY_NAME, "loose");
    static final int FAMILY_DIFFERENT = LevelPattern.number(Comparison.FAMILY_NAME, "different");
    static final int FAMILY_SHARED = LevelPattern.number(Comparison.FAMILY_NAME, "sharedByOthers");
    static final int GIVEN_EXACT = LevelPattern.number(Comparison.GIVEN_NAME, "exact");
    static final int GIVEN_SAME_READING = LevelPattern.number(Comparison.GIVEN_NAME, "sameReading");
    static final int GIVEN_NICKNAME = LevelPattern.number(Comparison.GIVEN_NAME, "nickname");
    static final int GIVEN_SIMILAR = LevelPattern.number(Comparison.GIVEN_NAME, "similar");
    static final int GIVEN_MIDDLE_DIFFERS = LevelPattern.number(Comparison.GIVEN_NAME, "middleDiffers");
    static final int GIVEN_INITIAL = LevelPattern.number(Comparison.GIVEN_NAME, "initial");
    static final int GIVEN_LOOSE = LevelPattern.number(Comparison.GIVEN_NAME, "loose");
    static final int GIVEN_DIFFERENT = LevelPattern.number(Comparison.GIVEN_NAME, "different");

    /** How little a level says for the two being one, to choose among name pairs and orders; index is the level. */
    private static final int[] FAMILY_COST = {8, 0, 1, 3, 3, 5, 6, 10, 10};

    private static final int[] GIVEN_COST = {8, 0, 1, 2, 3, 4, 5, 6, 10};
    private static final int SWAP_COST = 1;

    private static final int NAME_BITS = 5;
    private static final int MAX_NAMES = 1 << NAME_BITS;
    private static final int NOTHING = 0;

    private PersonNameComparator() {}

    /** The best agreement of any two names; 0 if either record has none. */
    static int compare(List<PersonName> a, List<PersonName> b) {
        int best = NOTHING;
        int namesA = Math.min(a.size(), MAX_NAMES);
        int namesB = Math.min(b.size(), MAX_NAMES);
        for (int i = 0; i < namesA; i++) {
            for (int j = 0; j < namesB; j++) {
                int agreement = compare(a.get(i), b.get(j)) | i << 12 | j << (12 + NAME_BITS);
                if (best == NOTHING || isBetter(agreement, best, a, b)) {
                    best = agreement;
                }
            }
        }
        return best;
    }

    /** By cost, then by levels, then by the names themselves, so that the order of records and names does not matter. */
    private static boolean isBetter(int agreement, int best, List<PersonName> a, List<PersonName> b) {
        if (cost(agreement) != cost(best)) {
            return cost(agreement) < cost(best);
        }
        if (levels(agreement) != levels(best)) {
            return levels(agreement) < levels(best);
        }
        PersonName one = a.get(left(agreement));
        PersonName other = b.get(right(agreement));
        PersonName bestOne = a.get(left(best));
        PersonName bestOther = b.get(right(best));
        int smaller = order(smaller(one, other), smaller(bestOne, bestOther));
        return smaller != 0 ? smaller < 0 : order(larger(one, other), larger(bestOne, bestOther)) < 0;
    }

    private static PersonName smaller(PersonName a, PersonName b) {
        return order(a, b) <= 0 ? a : b;
    }

    private static PersonName larger(PersonName a, PersonName b) {
        return order(a, b) <= 0 ? b : a;
    }

    private static int order(PersonName a, PersonName b) {
        int family = order(a.familyJoined(), b.familyJoined());
        return family != 0 ? family : order(a.givenJoined(), b.givenJoined());
    }

    private static int order(@Nullable NameToken a, @Nullable NameToken b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        return a.text().compareTo(b.text());
    }

    /** The level of {@link Comparison#FAMILY_NAME}. */
    public static int family(int agreement) {
        return agreement & 15;
    }

    /** The level of {@link Comparison#GIVEN_NAME}. */
    public static int given(int agreement) {
        return agreement >>> 4 & 15;
    }

    /** Whether a level of {@link Comparison#GIVEN_NAME} takes one name for a misspelling of the other. */
    static boolean isSlip(int given) {
        return given == GIVEN_SIMILAR || given == GIVEN_LOOSE;
    }

    /** Whether both family and given name are given in full and agree, a slip or a nickname apart. */
    static boolean bothAgree(int agreement) {
        int family = family(agreement);
        int given = given(agreement);
        return family != 0 && family <= FAMILY_SIMILAR && given != 0 && given <= GIVEN_SIMILAR;
    }

    /** Whether the family name of one agreed with the given name of the other. */
    public static boolean isSwapped(int agreement) {
        return (agreement >>> 8 & 1) != 0;
    }

    /** Which of the first record's names agreed best. */
    public static int left(int agreement) {
        return agreement >>> 12 & (MAX_NAMES - 1);
    }

    /** Which of the second record's names agreed best. */
    public static int right(int agreement) {
        return agreement >>> (12 + NAME_BITS) & (MAX_NAMES - 1);
    }

    private static int levels(int agreement) {
        return agreement & 0xfff;
    }

    private static int cost(int agreement) {
        return FAMILY_COST[family(agreement)] + GIVEN_COST[given(agreement)] + (isSwapped(agreement) ? SWAP_COST : 0);
    }

    private static int compare(PersonName a, PersonName b) {
        if (Patronymics.tellApart(a.given(), b.given())) {
            return family(a, b) | GIVEN_DIFFERENT << 4;
        }
        int straight = family(a, b) | given(a.given(), a.givenJoined(), b.given(), b.givenJoined(), a, b) << 4;
        if (straight == (FAMILY_EXACT | GIVEN_EXACT << 4) || differsInScriptOnly(a, b)) {
            return straight;
        }
        if (WholeNames.sameWords(a, b)) {
            return FAMILY_EXACT | GIVEN_EXACT << 4 | 1 << 8;
        }
        if (WholeNames.sameLetters(a, b)) {
            return FAMILY_EXACT | GIVEN_EXACT << 4;
        }
        int crossed = crossed(a, b);
        int best = cost(crossed) < cost(straight) ? crossed : straight;
        return WholeNames.isContained(a, b) || WholeNames.isContained(b, a) ? containedAtLeast(best) : best;
    }

    /** Whether two names read alike, part by part, and at least one is in Han characters: these say how alike they are. */
    private static boolean differsInScriptOnly(PersonName a, PersonName b) {
        return !(a.han().isEmpty() && b.han().isEmpty())
                && Objects.equals(a.familyJoined(), b.familyJoined())
                && Objects.equals(a.givenJoined(), b.givenJoined());
    }

    /**
     * Family against given name. Where one of the two is known to have them in their places, so is the agreement; else which
     * is which is open, and the better agreement counts as the given name's.
     */
    private static int crossed(PersonName a, PersonName b) {
        int one = NameParts.compare(a.family(), a.familyJoined(), b.given(), b.givenJoined());
        int other = NameParts.compare(a.given(), a.givenJoined(), b.family(), b.familyJoined());
        boolean oneIsFamily = a.partsKnown() == b.partsKnown() ? one > other : a.partsKnown();
        int family = familyLevel(oneIsFamily ? one : other);
        int given = givenLevel(oneIsFamily ? other : one);
        return family | given << 4 | 1 << 8;
    }

    private static int containedAtLeast(int agreement) {
        int contained = FAMILY_PART_SAME | GIVEN_EXACT << 4;
        return cost(contained) < cost(agreement) ? contained : agreement;
    }

    private static int family(PersonName a, PersonName b) {
        int words = NameParts.compare(a.family(), a.familyJoined(), b.family(), b.familyJoined());
        int level = familyLevel(words);
        if (level != FAMILY_EXACT) {
            return level;
        }
        if (a.han().isEmpty() != b.han().isEmpty()) {
            return FAMILY_SAME_READING;
        }
        return a.han().isEmpty() || sameFamilyHan(a, b) ? FAMILY_EXACT : FAMILY_SAME_READING;
    }

    /** Family names of Han names are their first one or two signs; equal first signs are enough where readings agree. */
    private static boolean sameFamilyHan(PersonName a, PersonName b) {
        return a.han().charAt(0) == b.han().charAt(0);
    }

    private static int given(
            List<NameToken> a,
            @Nullable NameToken joinedA,
            List<NameToken> b,
            @Nullable NameToken joinedB,
            PersonName nameA,
            PersonName nameB) {
        int level = givenLevel(NameParts.compare(a, joinedA, b, joinedB));
        if (level == GIVEN_EXACT) {
            boolean oneHan = nameA.han().isEmpty() != nameB.han().isEmpty();
            boolean otherHan = !nameA.han().isEmpty() && !nameB.han().isEmpty() && !sameGivenHan(nameA, nameB);
            if (oneHan) {
                return GIVEN_SAME_READING;
            }
            if (otherHan) {
                return GIVEN_SIMILAR;
            }
            if (!NameParts.middleDiffers(a, b)) {
                return GIVEN_EXACT;
            }
            return NameParts.firstDiffers(a, b) ? GIVEN_DIFFERENT : GIVEN_MIDDLE_DIFFERS;
        }
        return level;
    }

    private static boolean sameGivenHan(PersonName a, PersonName b) {
        return a.han()
                .regionMatches(1, b.han(), 1, Math.max(a.han().length(), b.han().length()) - 1);
    }

    private static int familyLevel(int words) {
        return switch (words) {
            case -1 -> 0;
            case WordComparator.SAME -> FAMILY_EXACT;
            case WordComparator.PART -> FAMILY_PART_SAME;
            case WordComparator.NICKNAME, WordComparator.SIMILAR -> FAMILY_SIMILAR;
            case WordComparator.INITIAL -> FAMILY_INITIAL;
            case WordComparator.LOOSE -> FAMILY_LOOSE;
            default -> FAMILY_DIFFERENT;
        };
    }

    private static int givenLevel(int words) {
        return switch (words) {
            case -1 -> 0;
            case WordComparator.SAME, WordComparator.PART -> GIVEN_EXACT;
            case WordComparator.NICKNAME -> GIVEN_NICKNAME;
            case WordComparator.SIMILAR -> GIVEN_SIMILAR;
            case WordComparator.INITIAL -> GIVEN_INITIAL;
            case WordComparator.LOOSE -> GIVEN_LOOSE;
            default -> GIVEN_DIFFERENT;
        };
    }
}
