package dev.ravel.bench.measure;

import java.util.Locale;
import java.util.Objects;

/**
 * One line of a benchmark's table.
 *
 * @param name what was measured
 * @param value the figure
 * @param unit its unit
 * @param against what it was measured beside in the same run, empty if nothing
 * @param ratio the figure divided by the other's, NaN if there is none
 * @param f1 the pairwise F1 reached, NaN where there is no truth
 */
public record Row(String name, double value, String unit, String against, double ratio, double f1) {
    public Row {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(against, "against");
    }

    /** A figure that stands alone. */
    public static Row of(String name, double value, String unit) {
        return new Row(name, value, unit, "", Double.NaN, Double.NaN);
    }

    /** The row as a line of a Markdown table. */
    public String markdown() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s |",
                name,
                number(value),
                unit,
                against,
                number(ratio),
                number(f1));
    }

    /** The row as one JSON object; figures that there are not are null. */
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"value\":%s,\"unit\":\"%s\",\"against\":\"%s\",\"ratio\":%s,\"f1\":%s}",
                name,
                jsonNumber(value),
                unit,
                against,
                jsonNumber(ratio),
                jsonNumber(f1));
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }

    private static String jsonNumber(double value) {
        return Double.isNaN(value) ? "null" : Double.toString(value);
    }
}
