package dev.ravel.configuration.source;

import java.util.Locale;
import java.util.Optional;

/** How an input is written. */
public enum InputFormat {
    /** Comma-separated values (or another delimiter) with a header line and quoting by RFC 4180. */
    CSV,
    /** JSON Lines: one JSON object a line. */
    JSONL;

    /** The format that a file name's extension stands for. */
    public static Optional<InputFormat> ofFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".txt")) {
            return Optional.of(CSV);
        }
        if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson") || lower.endsWith(".json")) {
            return Optional.of(JSONL);
        }
        return Optional.empty();
    }
}
