package dev.ravel.resolver.audit;

import java.util.Collection;

/**
 * A share of a population that was drawn from by strata, and its 95 % confidence interval.
 *
 * <p>The share is the stratified estimator, the strata's shares weighted by their sizes. The interval is Wilson's score
 * interval (E. B. Wilson, JASA 22, 1927), which keeps its level for shares near 0 and 1 and few answers, at the effective
 * sample size n* (Korn and Graubard, Survey Methodology 24, 1998; compared for complex samples by Franco et al., Journal of
 * Survey Statistics and Methodology 7, 2019). n* is the smaller of Kish's (Σw)²/Σw², which does not depend on the answers,
 * and the number of answers over the design effect, the estimated variance of the stratified estimator (Cochran, Sampling
 * Techniques, 1977, section 5.3) by that of a simple draw of so many; and at most the number of answers. That the strata are finite is left out, which makes the interval wider, never narrower.
 *
 * @param value the estimate, 0 to 1
 * @param low the lower end of the interval
 * @param high the upper end
 * @param population how many pairs the answers stand for
 * @param answers how many answers there were
 */
record StratifiedShare(double value, double low, double high, double population, int answers) {
    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** The share of the cells together, of which there is at least one. */
    static StratifiedShare of(Collection<Cell> cells) {
        double population = 0;
        int answers = 0;
        for (Cell cell : cells) {
            population += cell.population();
            answers += cell.answers();
        }
        double share = 0;
        double kish = 0;
        double variance = 0;
        for (Cell cell : cells) {
            double weight = cell.population() / population;
            share += weight * cell.share();
            kish += weight * weight / cell.answers();
            if (cell.answers() > 1) {
                variance += weight * weight * cell.share() * (1 - cell.share()) / (cell.answers() - 1);
            }
        }
        share = Math.min(1, share);
        double effective = Math.min(answers, 1 / kish);
        if (variance > 0 && answers > 1) {
            double designEffect = variance * (answers - 1) / (share * (1 - share));
            effective = Math.min(effective, answers / designEffect);
        }
        return wilson(share, effective, population, answers);
    }

    private static StratifiedShare wilson(double share, double n, double population, int answers) {
        double z2 = Z * Z / n;
        double middle = (share + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / n + z2 / (4 * n));
        return new StratifiedShare(
                share,
                Math.max(0, Math.min(share, middle - half)),
                Math.min(1, Math.max(share, middle + half)),
                population,
                answers);
    }

    Estimate estimate() {
        return new Estimate(value, low, high, answers);
    }
}
