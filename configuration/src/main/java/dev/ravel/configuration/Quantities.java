package dev.ravel.configuration;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations, sizes and shares as people write them, always with their unit. */
final class Quantities {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,12})\\s*([A-Za-z]+)");
    private static final long KILO = 1024;

    private Quantities() {}

    /** {@code 10ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}. */
    static Duration parseDuration(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip());
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            switch (matcher.group(2)) {
                case "ms":
                    return Duration.ofMillis(amount);
                case "s":
                    return Duration.ofSeconds(amount);
                case "m":
                    return Duration.ofMinutes(amount);
                case "h":
                    return Duration.ofHours(amount);
                case "d":
                    return Duration.ofDays(amount);
                default:
            }
        }
        throw new IllegalArgumentException("must be a duration with its unit, as 10ms, 30s, 5m, 2h or 1d");
    }

    /** {@code 64KB}, {@code 512MB}, {@code 2GB}, in powers of 1,024; the B may be missing. */
    static long parseSize(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip());
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            switch (matcher.group(2).toUpperCase(Locale.ROOT)) {
                case "B":
                    return amount;
                case "K", "KB":
                    return amount * KILO;
                case "M", "MB":
                    return amount * KILO * KILO;
                case "G", "GB":
                    return amount * KILO * KILO * KILO;
                default:
            }
        }
        throw new IllegalArgumentException("must be a size with its unit, as 64KB, 512MB or 2GB");
    }

    /** {@code 0.2} or {@code 20%}. */
    static double parseShare(String text) {
        String number = text.strip();
        boolean percent = number.endsWith("%");
        try {
            double value = Double.parseDouble(percent ? number.substring(0, number.length() - 1) : number);
            double share = percent ? value / 100 : value;
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a share, as 0.2 or 20%", e);
        }
        throw new IllegalArgumentException("must be a share from 0 to 1, or from 0% to 100%");
    }
}
