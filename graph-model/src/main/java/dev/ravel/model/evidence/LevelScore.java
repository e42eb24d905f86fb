package dev.ravel.model.evidence;

import java.util.Objects;

/**
 * How one comparison came out for a pair of records.
 *
 * @param comparison the comparison's name in the model, usually the attribute's
 * @param level the name of the comparison level that held
 * @param weight the level's match weight: log2 of the Bayes factor, term-frequency adjustment included; 0 is no evidence
 * @param left the standardised value of the first record that was compared, empty if it had none
 * @param right the standardised value of the second record that was compared, empty if it had none
 */
public record LevelScore(String comparison, String level, double weight, String left, String right) {
    public LevelScore {
        Objects.requireNonNull(comparison, "comparison");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("the weight of " + comparison + "/" + level + " is not finite");
        }
    }
}
