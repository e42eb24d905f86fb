package dev.ravel.launcher.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.launcher.console.Json;
import dev.ravel.resolver.bulk.BlockingQuality;
import dev.ravel.resolver.evaluate.Accuracy;
import dev.ravel.resolver.evaluate.Evaluation;
import dev.ravel.resolver.evaluate.Mistake;
import java.util.List;
import java.util.Locale;

/** An evaluation as text and as JSON. */
public final class EvaluationReport {
    private EvaluationReport() {}

    /** The figures for people. */
    public static String text(Evaluation evaluation) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "records        %,d of the truth, %,d of them not predicted",
                evaluation.records(),
                evaluation.missing());
        line(
                text,
                "entities       %,d true, %,d predicted, %,d exactly right, %,d pairs of true ones merged wrongly",
                evaluation.trueEntities(),
                evaluation.predictedEntities(),
                evaluation.exactEntities(),
                evaluation.mergedPairs());
        accuracy(text, "pairwise", evaluation.pairwise());
        accuracy(text, "B-cubed", evaluation.bCubed());
        mistakes(text, "worst merges", "pairs wrongly together", evaluation.worstMerges());
        mistakes(text, "worst splits", "pairs wrongly apart", evaluation.worstSplits());
        return text.toString().stripTrailing();
    }

    /** How well blocking did, in one line. */
    public static String text(BlockingQuality blocking) {
        return String.format(
                Locale.ROOT,
                "pairs completeness %.4f (%,d of %,d true pairs were candidates), reduction %.6f (%,d pairs scored)",
                blocking.completeness(),
                blocking.trueCandidates(),
                blocking.truePairs(),
                blocking.reduction(),
                blocking.candidatePairs());
    }

    /** The same for programs. */
    public static ObjectNode json(BlockingQuality blocking) {
        return Json.object()
                .put("pairsCompleteness", blocking.completeness())
                .put("reduction", blocking.reduction())
                .put("truePairs", blocking.truePairs())
                .put("trueCandidates", blocking.trueCandidates())
                .put("candidatePairs", blocking.candidatePairs());
    }

    private static void accuracy(StringBuilder text, String name, Accuracy accuracy) {
        line(
                text,
                "%-14s precision %.4f, recall %.4f, F1 %.4f",
                name,
                accuracy.precision(),
                accuracy.recall(),
                accuracy.f1());
    }

    static void mistakes(StringBuilder text, String title, String unit, List<Mistake> mistakes) {
        if (!mistakes.isEmpty()) {
            line(text, "%s", title);
        }
        for (Mistake mistake : mistakes) {
            line(text, "  %s: %,d %s, records by part %s", mistake.entity(), mistake.pairs(), unit, mistake.parts());
        }
    }

    static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** The figures for programs. */
    public static ObjectNode json(Evaluation evaluation) {
        ObjectNode json = Json.object()
                .put("records", evaluation.records())
                .put("missing", evaluation.missing())
                .put("trueEntities", evaluation.trueEntities())
                .put("predictedEntities", evaluation.predictedEntities())
                .put("exactEntities", evaluation.exactEntities())
                .put("mergedPairs", evaluation.mergedPairs());
        put(json.putObject("pairwise"), evaluation.pairwise());
        put(json.putObject("bCubed"), evaluation.bCubed());
        put(json.putArray("worstMerges"), evaluation.worstMerges());
        put(json.putArray("worstSplits"), evaluation.worstSplits());
        return json;
    }

    static void put(ObjectNode json, Accuracy accuracy) {
        json.put("precision", accuracy.precision())
                .put("recall", accuracy.recall())
                .put("f1", accuracy.f1());
    }

    static void put(ArrayNode json, List<Mistake> mistakes) {
        for (Mistake mistake : mistakes) {
            ObjectNode parts = json.addObject()
                    .put("entity", mistake.entity())
                    .put("pairs", mistake.pairs())
                    .putObject("parts");
            mistake.parts().forEach(parts::put);
        }
    }
}
