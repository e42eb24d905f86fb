package dev.ravel.resolver.train;

import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.scoring.LevelParameters;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What a table of many records does to the parameters. The more customers there are, the rarer is a pair of records of one of
 * them, so the prior falls. Strangers who have a phone number in common become rarer just so, because a number is shared by a
 * few however many others there are; but random pairs do not show how rare. So u of a shared identifier that the pairs cannot tell
 * falls with the prior: one shared phone means as much in a large table as in a small one. Equal names do not become rarer: two
 * strangers have one as often as before, there are more strangers, and an equal name alone means less.
 */
final class LargeTable {
    /** The starting model's prior is that of a table of so many records with two or three of each customer. */
    static final double RECORDS = 80_000;

    private static final Set<String> SHARED = Set.of("same", "sameOtherTime");

    private final double startingPrior;
    private final double leastPrior;

    /**
     * A table.
     *
     * @param records how many records it has
     * @param startingPrior the prior of the model from which training started
     */
    LargeTable(long records, double startingPrior) {
        this.startingPrior = startingPrior;
        this.leastPrior = startingPrior * Math.min(1, RECORDS / Math.max(1, records));
    }

    /**
     * The parameters with the prior of the table, which is not below the starting model's if the table is not large, and below it by
     * no more than the table is larger.
     *
     * @param share the share of the pairs of one customer among all pairs
     * @param asStarted whether u of a level is that of the starting model
     */
    LevelParameters weighed(LevelParameters parameters, double share, BiPredicate<Comparison, Integer> asStarted) {
        double prior = Math.max(leastPrior, share);
        double fallen = prior / startingPrior;
        if (fallen >= 1) {
            return parameters.withPrior(prior);
        }
        double[][] u = parameters.copyOfU();
        for (Comparison comparison : Comparison.values()) {
            if (!isIdentifier(comparison)) {
                continue;
            }
            for (int level = 1; level <= comparison.levels().size(); level++) {
                if (SHARED.contains(comparison.levels().get(level - 1)) && asStarted.test(comparison, level)) {
                    u[comparison.index()][level] *= fallen;
                }
            }
        }
        return parameters.withU(u).withPrior(prior);
    }

    /** Whether a value that two have in common is one of few, however many customers there are. */
    private static boolean isIdentifier(Comparison comparison) {
        return switch (comparison) {
            case PHONE,
                    EMAIL,
                    ADDRESS,
                    DEVICE,
                    NATIONAL_ID,
                    PASSPORT,
                    DRIVERS_LICENCE,
                    TAX_ID,
                    BUSINESS_LICENCE,
                    ACCOUNT,
                    LOYALTY_CARD,
                    WEBSITE -> true;
            case FAMILY_NAME,
                    GIVEN_NAME,
                    NAME_ORDER,
                    GENERATION,
                    ORGANIZATION_NAME,
                    BIRTH_DATE,
                    HOUSEHOLD,
                    GENDER,
                    LOCATION,
                    EMPLOYER,
                    ORIGIN,
                    OCCUPATION -> false;
        };
    }
}
