package dev.ravel.launcher.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.evidence.LevelScore;
import dev.ravel.resolver.evaluate.EntityAssignments;
import dev.ravel.resolver.evaluate.Evaluation;
import dev.ravel.resolver.evaluate.Mistake;
import dev.ravel.resolver.evaluate.ReviewShare;
import dev.ravel.resolver.evaluate.ThresholdCurve;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the files of a bulk result say of an evaluation, as text and as JSON: what was held for review, precision and recall by
 * threshold, and why the worst mistakes were made. Names records and levels, and shows no values of records.
 */
public final class MistakeReport {
    /** The text shows the whole thresholds so near to that of the result. */
    private static final double AROUND = 4;

    private MistakeReport() {}

    /** The figures for people. */
    public static String text(
            Evaluation evaluation, EntityAssignments truth, EntityAssignments predicted, ResultEvidence evidence) {
        Map<String, String> named = truth.namedAsIn(predicted);
        StringBuilder text = new StringBuilder();
        ReviewShare review = evidence.review(named);
        EvaluationReport.line(
                text,
                "held           %,d pairs, with %.1f %% of the records; %,d of the pairs are one customer",
                review.pairs(),
                100 * review.shareOfRecords(),
                review.truePairs());
        EvaluationReport.line(text, "by threshold, before guards and judgements");
        for (ThresholdCurve.Point point : evidence.curve(named).points()) {
            if (point.threshold() == Math.rint(point.threshold())
                    && Math.abs(point.threshold() - evidence.matchWeight()) <= AROUND) {
                EvaluationReport.line(
                        text,
                        "  %4.0f         precision %.4f, recall %.4f, F1 %.4f",
                        point.threshold(),
                        point.pairwise().precision(),
                        point.pairwise().recall(),
                        point.pairwise().f1());
            }
        }
        for (Mistake mistake : evaluation.worstMerges()) {
            explanations(text, "why together", mistake, evidence.explain(mistake, predicted.entityOf(), named));
        }
        for (Mistake mistake : evaluation.worstSplits()) {
            explanations(text, "why apart", mistake, evidence.explain(mistake, named, predicted.entityOf()));
        }
        return text.toString().stripTrailing();
    }

    private static void explanations(StringBuilder text, String title, Mistake mistake, List<Explanation> found) {
        for (Explanation explanation : found) {
            EvaluationReport.line(
                    text,
                    "%s: %s: %s ~ %s %.2f (%s): prior:%.2f %s",
                    title,
                    mistake.entity(),
                    explanation.pair().smaller(),
                    explanation.pair().larger(),
                    explanation.weight(),
                    explanation.rule().isEmpty() ? "no candidate pair" : explanation.rule(),
                    explanation.prior(),
                    explanation.levels().stream()
                            .map(level -> String.format(
                                    Locale.ROOT, "%s=%s:%.2f", level.comparison(), level.level(), level.weight()))
                            .collect(Collectors.joining(" ")));
        }
    }

    /** Adds the same to an evaluation's JSON. */
    public static void addTo(
            ObjectNode json,
            Evaluation evaluation,
            EntityAssignments truth,
            EntityAssignments predicted,
            ResultEvidence evidence) {
        Map<String, String> named = truth.namedAsIn(predicted);
        ReviewShare review = evidence.review(named);
        json.putObject("held")
                .put("pairs", review.pairs())
                .put("truePairs", review.truePairs())
                .put("shareOfRecords", review.shareOfRecords());
        ArrayNode curve = json.putArray("byThreshold");
        for (ThresholdCurve.Point point : evidence.curve(named).points()) {
            EvaluationReport.put(curve.addObject().put("threshold", point.threshold()), point.pairwise());
        }
        ArrayNode together = json.putArray("whyTogether");
        for (Mistake mistake : evaluation.worstMerges()) {
            put(together, mistake, evidence.explain(mistake, predicted.entityOf(), named));
        }
        ArrayNode apart = json.putArray("whyApart");
        for (Mistake mistake : evaluation.worstSplits()) {
            put(apart, mistake, evidence.explain(mistake, named, predicted.entityOf()));
        }
    }

    private static void put(ArrayNode json, Mistake mistake, List<Explanation> found) {
        for (Explanation explanation : found) {
            ObjectNode pair = json.addObject()
                    .put("entity", mistake.entity())
                    .put("a", explanation.pair().smaller().text())
                    .put("b", explanation.pair().larger().text())
                    .put("weight", explanation.weight())
                    .put("rule", explanation.rule())
                    .put("prior", explanation.prior());
            ArrayNode levels = pair.putArray("levels");
            for (LevelScore level : explanation.levels()) {
                levels.addObject()
                        .put("comparison", level.comparison())
                        .put("level", level.level())
                        .put("weight", level.weight());
            }
        }
    }
}
