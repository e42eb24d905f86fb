package dev.ravel.resolver.evaluate;

/**
 * Precision and recall.
 *
 * @param precision the share of what was predicted that is true, from 0 to 1; 1 if nothing was predicted
 * @param recall the share of what is true that was predicted, from 0 to 1; 1 if nothing is true
 */
public record Accuracy(double precision, double recall) {
    /** The harmonic mean of the two, 0 if both are 0. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    static Accuracy of(long common, long predicted, long actual) {
        return new Accuracy(
                predicted == 0 ? 1 : (double) common / predicted, actual == 0 ? 1 : (double) common / actual);
    }
}
