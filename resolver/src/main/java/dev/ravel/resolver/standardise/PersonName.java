package dev.ravel.resolver.standardise;

import java.util.List;

/**
 * A person's name in its comparable form.
 *
 * @param family the words of the family name; empty if unknown
 * @param given the words of the given and middle names in order; empty if unknown
 * @param familyJoined the family name without blanks and marks; null if unknown
 * @param givenJoined the given and middle names without blanks and marks; null if unknown
 * @param generation 1 for Sr and I, 2 for Jr and II, and so on; 0 if not said
 * @param partsKnown whether the source said which part is the family name, by its fields, a comma, or Han script
 * @param han the name in simplified Han characters; empty if it was written in another script
 */
public record PersonName(
        List<NameToken> family,
        List<NameToken> given,
        @org.jspecify.annotations.Nullable NameToken familyJoined,
        @org.jspecify.annotations.Nullable NameToken givenJoined,
        int generation,
        boolean partsKnown,
        String han) {
    public PersonName {
        family = List.copyOf(family);
        given = List.copyOf(given);
    }
}
