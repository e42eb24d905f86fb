package dev.ravel.resolver.train;

import dev.ravel.resolver.comparison.Comparison;
import java.util.Set;

/**
 * Which parameters data without labels can tell. Comparisons with no level of disagreement are silent about most pairs,
 * so their levels have nothing to be counted against; and levels of what relatives and neighbours share say how many
 * households the data holds, which neither random pairs nor pairs of one customer show. A place is that of all who are
 * in the building, the more of them the denser the town, so it must not weigh more the wider the customers are spread.
 * Values carried at other times are too few, and which of them changed hands is what data without labels does not say. These
 * keep the shipped values.
 */
final class Trainable {
    private static final Set<String> AS_SHIPPED = Set.of("sharedByOthers", "sameOtherTime");

    private Trainable() {}

    static boolean comparison(Comparison comparison) {
        return switch (comparison) {
            case FAMILY_NAME,
                    GIVEN_NAME,
                    ORGANIZATION_NAME,
                    BIRTH_DATE,
                    GENDER,
                    PHONE,
                    EMAIL,
                    ADDRESS,
                    EMPLOYER,
                    NATIONAL_ID,
                    PASSPORT,
                    DRIVERS_LICENCE,
                    TAX_ID,
                    BUSINESS_LICENCE,
                    ORIGIN,
                    OCCUPATION -> true;
            case NAME_ORDER, GENERATION, HOUSEHOLD, LOCATION, DEVICE, ACCOUNT, LOYALTY_CARD, WEBSITE -> false;
        };
    }

    static boolean level(Comparison comparison, int level) {
        return !AS_SHIPPED.contains(comparison.levels().get(level - 1));
    }
}
