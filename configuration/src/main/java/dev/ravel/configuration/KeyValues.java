package dev.ravel.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The values of a file by key, typed. A value that cannot be read becomes a problem with its line, and the default is
 * given instead, so that reading goes on and finds the other problems. Names fill the stars of a key's path.
 */
final class KeyValues {
    private final YamlTree tree;
    private final List<ConfigurationProblem> problems;

    KeyValues(YamlTree tree, List<ConfigurationProblem> problems) {
        this.tree = tree;
        this.problems = problems;
    }

    boolean has(ConfigurationKey key, String... names) {
        return tree.value(path(key, names)).isPresent();
    }

    String text(ConfigurationKey key, String... names) {
        return read(key, names, Function.identity()).orElse(key.defaultText());
    }

    List<String> list(ConfigurationKey key, String... names) {
        return tree.value(path(key, names)).map(YamlTree.Value::texts).orElse(List.of());
    }

    Optional<Boolean> optionalFlag(ConfigurationKey key, String... names) {
        return read(key, names, KeyValues::parseBoolean);
    }

    boolean flag(ConfigurationKey key, String... names) {
        return optionalFlag(key, names).orElseGet(() -> Boolean.parseBoolean(key.defaultText()));
    }

    Optional<Integer> optionalInteger(ConfigurationKey key, int min, int max, String... names) {
        return read(key, names, text -> {
            int value = parseInteger(text);
            if (value < min || value > max) {
                throw new IllegalArgumentException("must be from " + min + " to " + max);
            }
            return value;
        });
    }

    int integer(ConfigurationKey key, int min, int max, String... names) {
        return optionalInteger(key, min, max, names).orElseGet(() -> Integer.parseInt(key.defaultText()));
    }

    double decimal(ConfigurationKey key, String... names) {
        return read(key, names, KeyValues::parseDecimal).orElseGet(() -> Double.parseDouble(key.defaultText()));
    }

    double share(ConfigurationKey key, String... names) {
        return read(key, names, Quantities::parseShare).orElseGet(() -> Quantities.parseShare(key.defaultText()));
    }

    Optional<Duration> optionalDuration(ConfigurationKey key, String... names) {
        return read(key, names, Quantities::parseDuration);
    }

    Duration duration(ConfigurationKey key, String... names) {
        return optionalDuration(key, names).orElseGet(() -> Quantities.parseDuration(key.defaultText()));
    }

    long bytes(ConfigurationKey key, String... names) {
        return read(key, names, Quantities::parseSize).orElseGet(() -> Quantities.parseSize(key.defaultText()));
    }

    ZoneId zone(ConfigurationKey key, ZoneId otherwise, String... names) {
        return read(key, names, KeyValues::parseZone).orElse(otherwise);
    }

    Optional<Instant> time(ConfigurationKey key, ZoneId zone, String... names) {
        return read(key, names, text -> parseTime(text, zone));
    }

    Path directory(ConfigurationKey key, Path otherwise) {
        return read(key, new String[0], KeyValues::parsePath).orElse(otherwise);
    }

    <E extends Enum<E>> Optional<E> choice(ConfigurationKey key, Class<E> type, String... names) {
        return read(key, names, text -> parseChoice(text, type));
    }

    /** What a single text under a key means; empty if it is absent or, after a problem is noted, not understood. */
    <T> Optional<T> read(ConfigurationKey key, String[] names, Function<String, T> parse) {
        Optional<YamlTree.Value> value = tree.value(path(key, names));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get().texts().size() != 1) {
            problem(value.get().line(), key.path(names) + " takes one value, not a list");
            return Optional.empty();
        }
        return parsed(key.path(names), value.get().line(), value.get().texts().get(0), parse);
    }

    /** What each text under a key means; those not understood become problems. */
    <T> List<T> readAll(ConfigurationKey key, String[] names, Function<String, T> parse) {
        return tree.value(path(key, names)).stream()
                .flatMap(value -> value.texts().stream()
                        .flatMap(text -> parsed(key.path(names), value.line(), text, parse).stream()))
                .toList();
    }

    void problem(int line, String message) {
        problems.add(new ConfigurationProblem(line, message));
    }

    int line(ConfigurationKey key, String... names) {
        return tree.value(path(key, names)).map(YamlTree.Value::line).orElse(0);
    }

    private <T> Optional<T> parsed(String path, int line, String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            problem(line, path + ": " + e.getMessage() + " (found: " + text + ")");
            return Optional.empty();
        }
    }

    private static List<String> path(ConfigurationKey key, String... names) {
        String[] parts = key.path().split("\\.");
        int next = 0;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].equals("*")) {
                parts[i] = names[next++];
            }
        }
        return List.of(parts);
    }

    private static boolean parseBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    private static int parseInteger(String text) {
        try {
            return Integer.parseInt(text.replace("_", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number", e);
        }
    }

    private static double parseDecimal(String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a number", e);
        }
        throw new IllegalArgumentException("must be a finite number");
    }

    private static ZoneId parseZone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a time zone, as Asia/Shanghai, UTC or +08:00", e);
        }
    }

    private static Instant parseTime(String text, ZoneId zone) {
        try {
            if (text.length() <= "2026-03-01".length()) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            boolean hasOffset = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > 7;
            return hasOffset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a date or time, as 2026-03-01 or 2026-03-01T08:00:00Z", e);
        }
    }

    private static Path parsePath(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("must be a path", e);
        }
    }

    private static <E extends Enum<E>> E parseChoice(String text, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("must be one of "
                + String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }
}
