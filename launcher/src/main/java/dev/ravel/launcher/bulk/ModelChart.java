package dev.ravel.launcher.bulk;

import dev.ravel.resolver.bulk.ModelTrainer;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.scoring.LevelParameters;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * A trained model drawn on one HTML page that needs no other file: the weight of every level beside the starting model's,
 * what could not be estimated, and how the weights of the candidate pairs are spread about the thresholds.
 */
public final class ModelChart {
    /** Weights beyond this are drawn as this, log2. */
    private static final double SCALE = 20;

    private static final int BAR_PIXELS = 150;
    private static final int HISTOGRAM_PIXELS = 400;

    private ModelChart() {}

    /**
     * Writes the page.
     *
     * @param from the model that training started from
     * @param settings the thresholds to draw
     */
    public static void write(Path file, ModelTrainer.Trained trained, MatchModel from, ResolverSettings settings)
            throws IOException {
        StringBuilder page = new StringBuilder(
                """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Ravel: trained model</title>
                <style>body{font:15px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem}
                table{border-collapse:collapse}td,th{padding:.1rem .8rem .1rem 0;text-align:left;white-space:nowrap}
                td.n{text-align:right;font-variant-numeric:tabular-nums}.not{color:#999}
                .bar{display:inline-block;width:300px;height:.8rem;position:relative;background:#f3f3f3}
                .bar i{position:absolute;top:0;bottom:0}.for{background:#2a7}.against{background:#c54}
                .h{background:#48a;display:inline-block;height:.8rem}</style></head><body>
                """);
        page.append("<h1>Model ").append(escaped(trained.model().toString())).append("</h1>\n<p>");
        page.append(String.format(
                Locale.ROOT,
                "Trained on %,d records%s: %,d random pairs and %,d candidate pairs, of which about %,.0f are one customer."
                        + " Prior weight %.2f. Started from %s.</p>%n",
                trained.records(),
                trained.labelledPairs() == 0
                        ? ", without labels"
                        : String.format(Locale.ROOT, " and %,d labelled pairs", trained.labelledPairs()),
                trained.randomPairs(),
                trained.candidatePairs(),
                trained.expectedPairs(),
                trained.model().prior(),
                escaped(from.toString())));
        weights(page, trained, from);
        histogram(page, trained.weights(), settings);
        page.append("</body></html>\n");
        try (DurableText out = new DurableText(file)) {
            out.text().write(page.toString());
        }
    }

    private static void weights(StringBuilder page, ModelTrainer.Trained trained, MatchModel from) {
        LevelParameters parameters = trained.model().parameters();
        List<String> not = trained.notEstimated();
        page.append(
                "<h2>Weights</h2><p>log2(m/u): positive speaks for one customer, negative against it. Grey: kept from the"
                        + " starting model, because these records could not tell or because it is never trained.</p>\n<table><tr><th>comparison</th><th>level</th><th>m</th><th>u</th>"
                        + "<th>weight</th><th></th><th>before</th></tr>\n");
        for (Comparison comparison : Comparison.values()) {
            for (int level = 1; level <= comparison.levels().size(); level++) {
                String name = comparison.levels().get(level - 1);
                String path = comparison.label() + "." + name;
                boolean kept = !Training.isTrained(comparison, level);
                boolean noM = kept || not.contains(comparison.label()) || not.contains(path + ".m");
                boolean noU = kept || not.contains(path + ".u");
                double weight = parameters.weight(comparison, level);
                page.append("<tr><td>")
                        .append(level == 1 ? comparison.label() : "")
                        .append("</td><td>");
                page.append(name).append("</td>");
                number(page, noM, "%.4f", parameters.m(comparison, level));
                number(page, noU, "%.2g", parameters.u(comparison, level));
                number(page, noM && noU, "%.1f", weight);
                bar(page, weight);
                number(page, false, "%.1f", from.weight(comparison, level));
                page.append("</tr>\n");
            }
        }
        page.append("</table>\n");
    }

    private static void number(StringBuilder page, boolean not, String format, double value) {
        page.append(not ? "<td class=\"n not\">" : "<td class=\"n\">");
        page.append(String.format(Locale.ROOT, format, value)).append("</td>");
    }

    private static void bar(StringBuilder page, double weight) {
        long width = Math.round(Math.min(1, Math.abs(weight) / SCALE) * BAR_PIXELS);
        long left = weight < 0 ? BAR_PIXELS - width : BAR_PIXELS;
        page.append("<td><span class=\"bar\"><i class=\"")
                .append(weight < 0 ? "against" : "for")
                .append("\" style=\"left:")
                .append(left)
                .append("px;width:")
                .append(width)
                .append("px\"></i></span></td>");
    }

    private static void histogram(StringBuilder page, SortedMap<Integer, Long> weights, ResolverSettings settings) {
        long most = weights.values().stream().mapToLong(pairs -> pairs).max().orElse(1);
        page.append("<h2>Candidate pairs by weight</h2><p>Pairs from ")
                .append(settings.matchWeight())
                .append(" on match, from ")
                .append(settings.reviewWeight())
                .append(" on they are put to a person. Drawn on a logarithmic scale.</p>\n<table>");
        weights.forEach((weight, pairs) -> {
            long width = Math.round(Math.log1p((double) pairs) / Math.log1p((double) most) * HISTOGRAM_PIXELS);
            String verdict =
                    weight >= settings.matchWeight() ? "match" : weight >= settings.reviewWeight() ? "review" : "";
            page.append("<tr><td class=\"n\">")
                    .append(weight)
                    .append("</td><td>")
                    .append(verdict);
            page.append("</td><td><span class=\"h\" style=\"width:")
                    .append(width)
                    .append("px\"></span> ");
            page.append(String.format(Locale.ROOT, "%,d", pairs)).append("</td></tr>\n");
        });
        page.append("</table>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
