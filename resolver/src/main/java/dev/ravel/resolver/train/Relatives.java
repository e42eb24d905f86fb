package dev.ravel.resolver.train;

import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.scoring.LevelParameters;

/**
 * The third class of a session's pairs: two members of one household. They agree in what a household has in common as one
 * customer's records do, and in what is a person's own as any two customers do. Without it, where many households share a
 * file, expectation maximisation takes their members for one customer under other given names and birth dates. Its share
 * and what it has in common are estimated beside m; organisations have no relatives. Larsen and Rubin, "Iterative automated
 * record linkage using mixture models" (2001); Winkler (1993) for the three classes.
 */
final class Relatives {
    /** The share at the start, of the pairs that seem to be one customer. */
    private static final double FIRST_SHARE = 0.1;

    /** As in {@link ExpectationMaximisation}: the start counts as much as this many pairs. */
    private static final double PSEUDO_PAIRS = 20;

    private static final double MIN_SHARE = 1e-9;
    private static final double MIN_STRANGERS = 1e-3;
    private static final Comparison[] COMPARISONS = Comparison.values();

    private final PatternTable table;
    private final boolean[] active;
    private final boolean possible;
    private final boolean[] common;
    private final LevelParameters start;
    private final double[] posterior;
    private LevelParameters parameters;
    private double share = -1;

    /**
     * The class at its start.
     *
     * @param active which comparisons count in the session, by index
     * @param possible whether relatives are to be expected among the pairs, see {@link #mayBeIn}
     * @param start what agreement in common things is taken to be at first
     */
    Relatives(PatternTable table, boolean[] active, boolean possible, LevelParameters start) {
        this.table = table;
        this.active = active;
        this.possible = possible;
        this.start = start;
        this.parameters = start;
        this.posterior = new double[table.size()];
        this.common = new boolean[COMPARISONS.length];
        for (Comparison comparison : COMPARISONS) {
            common[comparison.index()] = active[comparison.index()] && isCommon(comparison);
        }
    }

    /**
     * Whether relatives are to be expected among the pairs of a session: its key is a thing of the household, such as a phone
     * or an address. Relatives with one birth date or one given name are few, and what looks like them is something else.
     */
    static boolean mayBeIn(Session session) {
        return !session.leftOut().isEmpty() && session.leftOut().stream().allMatch(Relatives::isCommon);
    }

    /** Whether members of one household agree in it more often than others do. */
    private static boolean isCommon(Comparison comparison) {
        return switch (comparison) {
            case FAMILY_NAME, NAME_ORDER, PHONE, EMAIL, ADDRESS, LOCATION, DEVICE, WEBSITE, ORIGIN -> true;
            case GIVEN_NAME,
                    GENERATION,
                    ORGANIZATION_NAME,
                    BIRTH_DATE,
                    HOUSEHOLD,
                    GENDER,
                    EMPLOYER,
                    NATIONAL_ID,
                    PASSPORT,
                    DRIVERS_LICENCE,
                    TAX_ID,
                    BUSINESS_LICENCE,
                    ACCOUNT,
                    LOYALTY_CARD,
                    OCCUPATION -> false;
        };
    }

    /**
     * The posterior probability of each pattern that its pairs are one customer, beside relatives and strangers; learns the
     * share of relatives and what they have in common.
     *
     * @param customer the parameters of pairs of one customer
     * @param customers the share of such pairs
     * @param into takes the answer, one a pattern
     * @return by how much the estimates about relatives changed
     */
    double posterior(LevelParameters customer, double customers, double[] into) {
        if (!possible) {
            table.posterior(customer, active, customers, into);
            return 0;
        }
        if (share < 0) {
            share = customers * FIRST_SHARE;
        }
        double strangers = Math.max(MIN_STRANGERS, 1 - customers - share);
        table.logOdds(customer, active, customers / strangers, into);
        table.logOdds(parameters, common, share / strangers, posterior);
        double sum = 0;
        double pairs = 0;
        for (int p = 0; p < into.length; p++) {
            double relative = isPerson(p) ? posterior[p] : Double.NEGATIVE_INFINITY;
            double highest = Math.max(0, Math.max(relative, into[p]));
            double all = Math.exp(-highest) + Math.exp(relative - highest) + Math.exp(into[p] - highest);
            into[p] = Math.exp(into[p] - highest) / all;
            posterior[p] = Math.exp(relative - highest) / all;
            sum += posterior[p] * table.pairs(p);
            pairs += table.pairs(p);
        }
        double next = Math.max(MIN_SHARE, sum / Math.max(1, pairs));
        double change = Math.max(Math.abs(next - share), learn());
        share = next;
        return change;
    }

    private boolean isPerson(int pattern) {
        return table.level(pattern, Comparison.ORGANIZATION_NAME) == 0;
    }

    /** What relatives have in common, counted anew; gives the largest change. */
    private double learn() {
        double[][] next = start.copyOfM();
        double change = 0;
        for (Comparison comparison : COMPARISONS) {
            int c = comparison.index();
            if (!common[c] || !Trainable.comparison(comparison)) {
                continue;
            }
            double[] counted = new double[comparison.levels().size() + 1];
            double known = 0;
            for (int p = 0; p < posterior.length; p++) {
                counted[table.level(p, comparison)] += posterior[p] * table.pairs(p);
            }
            double sum = 0;
            for (int level = 1; level < counted.length; level++) {
                if (Trainable.level(comparison, level)) {
                    known += start.m(comparison, level);
                    sum += counted[level];
                }
            }
            for (int level = 1; level < counted.length; level++) {
                if (Trainable.level(comparison, level)) {
                    double first = start.m(comparison, level) / known;
                    next[c][level] = known * (counted[level] + PSEUDO_PAIRS * first) / (sum + PSEUDO_PAIRS);
                    change = Math.max(change, Math.abs(next[c][level] - parameters.m(comparison, level)));
                }
            }
        }
        parameters = parameters.withM(next);
        return change;
    }
}
