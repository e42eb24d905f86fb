package dev.ravel.resolver.region;

import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.evidence.LevelScore;

/**
 * An explanation in one line: {@code comparison=level:weight} for each comparison that had something to compare, in the
 * model's order, separated by spaces, weights with two decimals. It holds no values, so that it may be stored for ever.
 */
final class EvidenceLine {
    private static final int HUNDREDTHS = 100;

    private EvidenceLine() {}

    static String of(Explanation explanation) {
        StringBuilder line = new StringBuilder(explanation.levels().size() * 24);
        for (LevelScore level : explanation.levels()) {
            if (line.length() > 0) {
                line.append(' ');
            }
            line.append(level.comparison()).append('=').append(level.level()).append(':');
            appendTwoDecimals(line, level.weight());
        }
        return line.toString();
    }

    private static void appendTwoDecimals(StringBuilder line, double weight) {
        long hundredths = Math.round(weight * HUNDREDTHS);
        if (hundredths < 0) {
            line.append('-');
        }
        long absolute = Math.abs(hundredths);
        line.append(absolute / HUNDREDTHS).append('.');
        if (absolute % HUNDREDTHS < 10) {
            line.append('0');
        }
        line.append(absolute % HUNDREDTHS);
    }
}
