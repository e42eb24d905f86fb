package dev.ravel.configuration.source;

import java.util.Locale;
import java.util.Optional;

/** How an input is written. */
public enum InputFormat {
    /** Comma-separated values (or another delimiter) with a header line and quoting by RFC 4180. */
    CSV,
    /** JSON Lines: one JSON object a line. */
    JSONL;

    private static final String PACKED = ".gz";

    /** The format that a file name's extension stands for; {@code .gz} behind it is looked past. */
    public static Optional<InputFormat> ofFileName(String name) {
        String whole = name.toLowerCase(Locale.ROOT);
        String lower = whole.endsWith(PACKED) ? whole.substring(0, whole.length() - PACKED.length()) : whole;
        if (lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".txt")) {
            return Optional.of(CSV);
        }
        if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson") || lower.endsWith(".json")) {
            return Optional.of(JSONL);
        }
        return Optional.empty();
    }
}
