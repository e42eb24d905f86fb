package dev.ravel.configuration;

/** What a configuration key takes. */
public enum ValueKind {
    TEXT("text"),
    LIST("text or list of texts"),
    INTEGER("whole number"),
    DECIMAL("number"),
    SHARE("share from 0 to 1, or a percentage (`20%`)"),
    BOOLEAN("`true` or `false`"),
    /** A duration with its unit: {@code 10ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}. */
    DURATION("duration with unit (`10ms`, `30s`, `5m`, `2h`, `1d`)"),
    /** An amount of memory or data with its unit, in powers of 1,024: {@code 512MB}, {@code 2GB}. */
    SIZE("size with unit (`64KB`, `512MB`, `2GB`)"),
    ZONE("time zone (`Asia/Shanghai`, `UTC`, `+08:00`)"),
    TIME("date or time (`2026-03-01`, `2026-03-01T08:00:00Z`)"),
    /** A column, a path, or a template of them. */
    TEMPLATE("column, path, or template of them in braces"),
    TEMPLATES("template or list of templates"),
    PATH("path, relative to the working directory");

    private final String description;

    ValueKind(String description) {
        this.description = description;
    }

    /** How the reference describes such a value, in Markdown. */
    public String description() {
        return description;
    }
}
