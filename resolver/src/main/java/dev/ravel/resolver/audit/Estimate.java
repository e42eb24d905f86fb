package dev.ravel.resolver.audit;

/**
 * A share estimated from answers.
 *
 * @param value the estimate, 0 to 1
 * @param low the lower end of its 95 % confidence interval
 * @param high the upper end
 * @param answers how many answers it rests on
 */
public record Estimate(double value, double low, double high, int answers) {
    public Estimate {
        if (!(0 <= low && low <= value && value <= high && high <= 1)) {
            throw new IllegalArgumentException("not a share in its interval: " + low + ", " + value + ", " + high);
        }
    }
}
