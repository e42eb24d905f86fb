package dev.ravel.resolver.comparison;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.standardise.NameToken;
import dev.ravel.resolver.standardise.PersonName;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.standardise.StandardValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What no two records of one customer can both be right about, beside exclusive identifiers: a person has one date of
 * birth, one place in the line of namesakes, and one given name, beside the same family name or beside quite another one.
 * Clustering keeps records that contradict each other apart even where a third one links to both: a father and his son on one
 * address, or a household behind one phone and a record without a name.
 *
 * <p>Slips of the pen, nicknames and initials are no contradiction, nor are given names of the same letters in another
 * order, one more or less ({@code Jayden} and {@code Jayaned}); and none counts where the two share a document.
 */
public final class Contradiction {
    /** Shorter values have too little in them to tell a slip from another value. */
    private static final int MIN_SLIP_LENGTH = 7;

    /** Of fewer letters too many names are made. */
    private static final int MIN_SCRAMBLED_LENGTH = 4;

    private static final List<IdentifierType> DOCUMENTS = List.of(
            IdentifierType.NATIONAL_ID,
            IdentifierType.PASSPORT,
            IdentifierType.DRIVERS_LICENCE,
            IdentifierType.TAX_ID,
            IdentifierType.UNION_ID,
            IdentifierType.OPEN_ID);

    private Contradiction() {}

    /** Whether a record says anything that another could contradict. */
    public static boolean isPossible(StandardRecord record) {
        return !record.values().birthDates().isEmpty()
                || !record.values().people().isEmpty();
    }

    /**
     * The name of the comparison in which the two contradict each other; empty if they do not. Symmetric.
     *
     * @param conclusive the comparisons whose contradiction counts
     */
    public static Optional<String> between(LiveRecord a, LiveRecord b, Set<Comparison> conclusive) {
        return ofValues(a.standard().values(), b.standard().values(), conclusive)
                .filter(comparison -> !shareDocument(a, b))
                .map(Comparison::label);
    }

    /**
     * The same before it is asked whether the two share a document: of the names of people and the dates of birth alone.
     * Symmetric.
     */
    public static Optional<Comparison> ofValues(StandardValues a, StandardValues b, Set<Comparison> conclusive) {
        if (conclusive.contains(Comparison.BIRTH_DATE)
                && BirthDateComparator.compare(a.birthDates(), b.birthDates()) == BirthDateComparator.CONTRADICTORY) {
            return Optional.of(Comparison.BIRTH_DATE);
        }
        if (conclusive.contains(Comparison.GENERATION) && otherGeneration(a.people(), b.people())) {
            return Optional.of(Comparison.GENERATION);
        }
        return conclusive.contains(Comparison.GIVEN_NAME) && areOthers(a, b)
                ? Optional.of(Comparison.GIVEN_NAME)
                : Optional.empty();
    }

    /** Whether two records share a document, beside which no contradiction counts. */
    public static boolean shareDocument(LiveRecord a, LiveRecord b) {
        for (IdentifierType type : DOCUMENTS) {
            if (IdentifierComparator.shared(a, b, type) == 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether the two have different given names, both in full, and the same family name or another one. */
    private static boolean areOthers(StandardValues a, StandardValues b) {
        int names = PersonNameComparator.compare(a.people(), b.people());
        int family = PersonNameComparator.family(names);
        if ((family != PersonNameComparator.FAMILY_EXACT && family != PersonNameComparator.FAMILY_DIFFERENT)
                || PersonNameComparator.given(names) != PersonNameComparator.GIVEN_DIFFERENT) {
            return false;
        }
        PersonName one = a.people().get(PersonNameComparator.left(names));
        PersonName other = b.people().get(PersonNameComparator.right(names));
        return !isInitial(one) && !isInitial(other) && !isScrambled(one, other);
    }

    /** Whether two given names in letters have the same ones, one more or less; signs and short names say too little. */
    private static boolean isScrambled(PersonName a, PersonName b) {
        NameToken one = a.givenJoined();
        NameToken other = b.givenJoined();
        return one != null
                && other != null
                && a.han().isEmpty()
                && b.han().isEmpty()
                && Math.min(one.text().length(), other.text().length()) >= MIN_SCRAMBLED_LENGTH
                && lettersApart(one.text(), other.text()) <= 1;
    }

    /** How many letters would have to be added or taken away to make two words of the same ones, in any order. */
    private static int lettersApart(String a, String b) {
        int[] left = a.chars().sorted().toArray();
        int[] right = b.chars().sorted().toArray();
        int apart = 0;
        int i = 0;
        int j = 0;
        while (i < left.length || j < right.length) {
            if (j == right.length || (i < left.length && left[i] < right[j])) {
                apart++;
                i++;
            } else if (i == left.length || left[i] > right[j]) {
                apart++;
                j++;
            } else {
                i++;
                j++;
            }
        }
        return apart;
    }

    private static boolean isInitial(PersonName name) {
        return !name.given().isEmpty() && name.given().get(0).isInitial();
    }

    /** Whether two different values of an exclusive identifier are one value mistyped: one sign off, or two swapped. */
    public static boolean isSlip(String a, String b) {
        return Math.min(a.length(), b.length()) >= MIN_SLIP_LENGTH && EditDistance.alignment(a, b) == 1;
    }

    private static boolean otherGeneration(List<PersonName> a, List<PersonName> b) {
        boolean differs = false;
        for (PersonName mine : a) {
            for (PersonName theirs : b) {
                if (mine.generation() == 0 || theirs.generation() == 0 || mine.generation() == theirs.generation()) {
                    return false;
                }
                differs = true;
            }
        }
        return differs;
    }
}
