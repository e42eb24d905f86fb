package dev.ravel.launcher.evaluate;

import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.evidence.LevelScore;
import dev.ravel.resolver.evaluate.Accuracy;
import dev.ravel.resolver.evaluate.EntityAssignments;
import dev.ravel.resolver.evaluate.Evaluation;
import dev.ravel.resolver.evaluate.Mistake;
import dev.ravel.resolver.evaluate.PartitionDifference;
import dev.ravel.resolver.evaluate.ReviewShare;
import dev.ravel.resolver.evaluate.ThresholdCurve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * One HTML page, which needs no other file, about how good a result is: the figures, precision and recall by threshold, and
 * the worst merges and misses with what weighed for and against their pairs; or how it differs from another. It shows values of
 * the records.
 */
public final class EvaluationPage {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 260;
    private static final int MARGIN = 40;

    private final StringBuilder page = new StringBuilder(
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Ravel: evaluation</title>
            <style>body{font:15px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem}
            table{border-collapse:collapse;margin-bottom:1rem}td,th{padding:.1rem 1rem .1rem 0;text-align:left}
            td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}h3{margin-bottom:.2rem}
            text{font:12px system-ui,sans-serif}polyline{fill:none;stroke-width:2}</style></head><body>
            <h1>Evaluation</h1>
            """);

    private EvaluationPage() {}

    /**
     * A result and the truth about it.
     *
     * @param evidence what explains the mistakes; empty if the prediction is no bulk result
     */
    public record Judged(
            Evaluation evaluation,
            EntityAssignments truth,
            EntityAssignments predicted,
            Optional<ResultEvidence> evidence) {}

    /**
     * Writes the page.
     *
     * @param judged the result under a truth, if there is one
     * @param difference what it changes against another result, if there is one
     */
    public static void write(Path file, Optional<Judged> judged, Optional<PartitionDifference> difference)
            throws IOException {
        EvaluationPage page = new EvaluationPage();
        judged.ifPresent(page::judged);
        difference.ifPresent(found -> page.append("<h2>Against the other result</h2>\n<pre>"
                + escaped(DifferenceReport.text(found, judged.isPresent())) + "</pre>\n"));
        page.append("</body></html>\n");
        Files.writeString(file, page.page);
    }

    private void judged(Judged judged) {
        Map<String, String> named = judged.truth().namedAsIn(judged.predicted());
        Map<String, String> predicted = judged.predicted().entityOf();
        Optional<ResultEvidence> evidence = judged.evidence();
        figures(judged.evaluation(), evidence.map(found -> found.review(named)));
        evidence.ifPresent(found -> append("<p>Blocking: " + EvaluationReport.text(found.blocking(named)) + "</p>\n"));
        if (evidence.isPresent()) {
            curve(evidence.get().curve(named), evidence.get().matchWeight());
        } else {
            append("<p>Weights and explanations need a directory that ravel resolve wrote.</p>\n");
        }
        append("<h2>Worst merges</h2>\n");
        for (Mistake mistake : judged.evaluation().worstMerges()) {
            mistake(mistake, "pairs wrongly together, records by true entity");
            evidence.ifPresent(found -> explanations(found.explain(mistake, predicted, named)));
        }
        append("<h2>Worst misses</h2>\n");
        for (Mistake mistake : judged.evaluation().worstSplits()) {
            mistake(mistake, "pairs wrongly apart, records by predicted entity");
            evidence.ifPresent(found -> explanations(found.explain(mistake, named, predicted)));
        }
    }

    private void figures(Evaluation evaluation, Optional<ReviewShare> review) {
        append("<table><tr><th></th><th class=n>precision</th><th class=n>recall</th><th class=n>F1</th></tr>\n");
        accuracy("pairwise", evaluation.pairwise());
        accuracy("B-cubed", evaluation.bCubed());
        append("</table><p>");
        append(String.format(
                Locale.ROOT,
                "%,d records, %,d of them not predicted. %,d true entities, %,d predicted, %,d exactly right.",
                evaluation.records(),
                evaluation.missing(),
                evaluation.trueEntities(),
                evaluation.predictedEntities(),
                evaluation.exactEntities()));
        review.ifPresent(share -> append(String.format(
                Locale.ROOT,
                " %,d pairs wait for a person: %.1f %% of the records; %,d of the pairs are one customer.",
                share.pairs(),
                100 * share.shareOfRecords(),
                share.truePairs())));
        append("</p>\n");
    }

    private void accuracy(String name, Accuracy accuracy) {
        append(String.format(
                Locale.ROOT,
                "<tr><td>%s</td><td class=n>%.4f</td><td class=n>%.4f</td><td class=n>%.4f</td></tr>%n",
                name,
                accuracy.precision(),
                accuracy.recall(),
                accuracy.f1()));
    }

    private void curve(ThresholdCurve curve, double threshold) {
        List<ThresholdCurve.Point> points = curve.points();
        if (points.isEmpty()) {
            return;
        }
        double most = points.get(0).threshold();
        double least = points.get(points.size() - 1).threshold();
        append(
                "<h2>By threshold</h2><p>Pairwise, were all pairs from a threshold on matches, before guards and judgements."
                        + " The line stands at the threshold of this result.</p>\n");
        append(String.format(Locale.ROOT, "<svg width=\"%d\" height=\"%d\">%n", WIDTH, HEIGHT));
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%3$.1f\" y2=\"%3$.1f\" stroke=\"#eee\"/><text x=\"8\" y=\"%3$.1f\">%4$.1f</text>%n",
                    MARGIN,
                    WIDTH,
                    y(tenth / 10.0),
                    tenth / 10.0));
        }
        append(String.format(
                Locale.ROOT,
                "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"0\" y2=\"%2$.1f\" stroke=\"#999\"/>%n",
                x(threshold, least, most),
                y(0)));
        line(points, point -> point.pairwise().precision(), "#48a", least, most);
        line(points, point -> point.pairwise().recall(), "#c54", least, most);
        line(points, point -> point.pairwise().f1(), "#2a7", least, most);
        for (double mark = Math.ceil(least / 5) * 5; mark <= most; mark += 5) {
            append(String.format(
                    Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%.0f</text>%n", x(mark, least, most), HEIGHT - 8, mark));
        }
        append("</svg>\n<p><span style=\"color:#48a\">precision</span> <span style=\"color:#c54\">recall</span>"
                + " <span style=\"color:#2a7\">F1</span></p>\n");
    }

    private void line(
            List<ThresholdCurve.Point> points,
            ToDoubleFunction<ThresholdCurve.Point> value,
            String colour,
            double least,
            double most) {
        append("<polyline stroke=\"" + colour + "\" points=\"");
        for (ThresholdCurve.Point point : points) {
            append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", x(point.threshold(), least, most), y(value.applyAsDouble(point))));
        }
        append("\"/>\n");
    }

    private static double x(double threshold, double least, double most) {
        return MARGIN + (WIDTH - 2 * MARGIN) * (threshold - least) / Math.max(ThresholdCurve.STEP, most - least);
    }

    private static double y(double share) {
        return MARGIN / 2.0 + (HEIGHT - 1.5 * MARGIN) * (1 - share);
    }

    private void mistake(Mistake mistake, String unit) {
        append("<h3>" + escaped(mistake.entity()) + "</h3><p>" + mistake.pairs() + " " + unit + ": "
                + escaped(mistake.parts().toString()) + "</p>\n");
    }

    private void explanations(List<Explanation> explanations) {
        for (Explanation explanation : explanations) {
            append(String.format(
                    Locale.ROOT,
                    "<table><tr><th>%s</th><th>%s</th><th></th><th class=n>%.2f</th></tr>%n",
                    escaped(explanation.pair().smaller().toString()),
                    escaped(explanation.pair().larger().toString()),
                    explanation.weight()));
            append(String.format(
                    Locale.ROOT,
                    "<tr><td colspan=2></td><td>prior, %s</td><td class=n>%.2f</td></tr>%n",
                    explanation.rule().isEmpty() ? "no candidate pair" : "candidates by " + escaped(explanation.rule()),
                    explanation.prior()));
            for (LevelScore level : explanation.levels()) {
                append(String.format(
                        Locale.ROOT,
                        "<tr><td>%s</td><td>%s</td><td>%s %s</td><td class=n>%.2f</td></tr>%n",
                        escaped(level.left()),
                        escaped(level.right()),
                        escaped(level.comparison()),
                        escaped(level.level()),
                        level.weight()));
            }
            append("</table>\n");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private void append(String text) {
        page.append(text);
    }
}
