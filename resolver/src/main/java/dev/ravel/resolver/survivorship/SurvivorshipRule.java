package dev.ravel.resolver.survivorship;

import dev.ravel.model.record.AttributeName;
import java.util.Comparator;
import java.util.Set;

/** What makes one value of an attribute better than another. */
enum SurvivorshipRule {
    /**
     * What most records say: for what a customer is born or registered with. Then the higher trust, then the newer, then
     * the smaller record key.
     */
    MOST_SUPPORTED(
            "most supported",
            Comparator.comparingInt(Candidate::support).reversed().thenComparing(Candidate.BETTER_WITNESS)),
    /** What was said last: for what a customer changes, such as phones and addresses. Then as above. */
    NEWEST("newest", Comparator.comparing(Candidate::observedAt).reversed().thenComparing(Candidate.BETTER_WITNESS));

    private static final Set<String> CHANGING = Set.of(
            AttributeName.PHONE,
            AttributeName.EMAIL,
            AttributeName.ADDRESS,
            AttributeName.CITY,
            AttributeName.POSTCODE,
            AttributeName.LOCATION,
            AttributeName.DEVICE,
            AttributeName.WEBSITE,
            AttributeName.EMPLOYER);

    private static final Set<String> SINGLE = Set.of(AttributeName.BIRTH_DATE, AttributeName.GENDER);

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // the comparators above are made of immutable functions
    private final Comparator<Candidate> bestFirst;

    SurvivorshipRule(String text, Comparator<Candidate> bestFirst) {
        this.text = text;
        this.bestFirst = bestFirst;
    }

    /** The rule of an attribute. */
    static SurvivorshipRule of(String attribute) {
        return CHANGING.contains(attribute) ? NEWEST : MOST_SUPPORTED;
    }

    /** Whether a customer has one value of an attribute, so that only the best survives. */
    static boolean isSingle(String attribute) {
        return SINGLE.contains(attribute);
    }

    /** The rule in words. */
    String text() {
        return text;
    }

    /** The order in which candidates survive; total on the candidates of one attribute. */
    Comparator<Candidate> bestFirst() {
        return bestFirst;
    }
}
