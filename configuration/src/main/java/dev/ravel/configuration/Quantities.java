package dev.ravel.configuration;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations, sizes and shares as people write them, always with their unit. */
final class Quantities {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,12})\\s*([A-Za-z]+)");
    private static final long KILO = 1024;
    private static final Map<String, ChronoUnit> TIME_UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);
    private static final Map<String, Long> SIZE_UNITS =
            Map.of("", 1L, "K", KILO, "M", KILO * KILO, "G", KILO * KILO * KILO);

    private Quantities() {}

    /** {@code 10ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}. */
    static Duration parseDuration(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip());
        Optional<ChronoUnit> unit =
                matcher.matches() ? Optional.ofNullable(TIME_UNITS.get(matcher.group(2))) : Optional.empty();
        if (unit.isPresent()) {
            return Duration.of(Long.parseLong(matcher.group(1)), unit.get());
        }
        throw new IllegalArgumentException("must be a duration with its unit, as 10ms, 30s, 5m, 2h or 1d");
    }

    /** {@code 64KB}, {@code 512MB}, {@code 2GB}, in powers of 1,024; the B may be missing. */
    static long parseSize(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip());
        Optional<Long> unit = matcher.matches()
                ? Optional.ofNullable(
                        SIZE_UNITS.get(matcher.group(2).toUpperCase(Locale.ROOT).replace("B", "")))
                : Optional.empty();
        if (unit.isPresent()) {
            return Long.parseLong(matcher.group(1)) * unit.get();
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
