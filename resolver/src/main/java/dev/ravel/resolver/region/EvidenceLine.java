package dev.ravel.resolver.region;

import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;

/**
 * An explanation in one line: {@code comparison=level:weight} for each comparison that had something to compare, in the
 * model's order, separated by spaces, weights with two decimals. It holds no values, so that it may be stored for ever.
 */
final class EvidenceLine {
    private static final int HUNDREDTHS = 100;
    private static final int USUAL_LENGTH = 160;

    private EvidenceLine() {}

    static String of(LiveRecord a, LiveRecord b, Resolver resolver) {
        StringBuilder line = new StringBuilder(USUAL_LENGTH);
        resolver.scorer().weigh(a, b, resolver.model(), (comparison, level, weight) -> {
            if (line.length() > 0) {
                line.append(' ');
            }
            line.append(comparison).append('=').append(level).append(':');
            appendTwoDecimals(line, weight);
        });
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
