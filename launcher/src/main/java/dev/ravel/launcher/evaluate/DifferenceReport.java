package dev.ravel.launcher.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.launcher.console.Json;
import dev.ravel.resolver.evaluate.PartitionDifference;

/** What a result changes against another one, as text and as JSON. */
public final class DifferenceReport {
    private DifferenceReport() {}

    /**
     * The changes for people.
     *
     * @param judged whether there was a truth to say which are right
     */
    public static String text(PartitionDifference difference, boolean judged) {
        StringBuilder text = new StringBuilder();
        EvaluationReport.line(
                text,
                "records        %,d in both, %,d only here, %,d only in the other",
                difference.records(),
                difference.added(),
                difference.removed());
        EvaluationReport.line(
                text,
                "entities       %,d unchanged, %,d merged of several, %,d of the other split",
                difference.unchanged(),
                difference.merged(),
                difference.split());
        pairs(text, "pairs gained", difference.gained(), judged);
        pairs(text, "pairs lost", difference.lost(), judged);
        PartitionDifference.Ids ids = difference.ids();
        EvaluationReport.line(
                text,
                "ids            %,d kept, %,d gone, %,d new; %,d records under another id; %,d unchanged entities renamed",
                ids.kept(),
                ids.gone(),
                ids.fresh(),
                ids.records(),
                ids.renamed());
        EvaluationReport.mistakes(text, "largest merges", "pairs gained", difference.largestMerges());
        EvaluationReport.mistakes(text, "largest splits", "pairs lost", difference.largestSplits());
        return text.toString().stripTrailing();
    }

    private static void pairs(StringBuilder text, String name, PartitionDifference.Pairs pairs, boolean judged) {
        if (judged) {
            EvaluationReport.line(
                    text,
                    "%-14s %,d, of them %,d one customer and %,d not",
                    name,
                    pairs.all(),
                    pairs.same(),
                    pairs.different());
        } else {
            EvaluationReport.line(text, "%-14s %,d", name, pairs.all());
        }
    }

    /** The changes for programs. */
    public static ObjectNode json(PartitionDifference difference) {
        ObjectNode json = Json.object()
                .put("records", difference.records())
                .put("added", difference.added())
                .put("removed", difference.removed())
                .put("unchangedEntities", difference.unchanged())
                .put("mergedEntities", difference.merged())
                .put("splitEntities", difference.split());
        put(json.putObject("pairsGained"), difference.gained());
        put(json.putObject("pairsLost"), difference.lost());
        json.putObject("ids")
                .put("kept", difference.ids().kept())
                .put("gone", difference.ids().gone())
                .put("new", difference.ids().fresh())
                .put("recordsUnderAnother", difference.ids().records())
                .put("unchangedEntitiesRenamed", difference.ids().renamed());
        EvaluationReport.put(json.putArray("largestMerges"), difference.largestMerges());
        EvaluationReport.put(json.putArray("largestSplits"), difference.largestSplits());
        return json;
    }

    private static void put(ObjectNode json, PartitionDifference.Pairs pairs) {
        json.put("all", pairs.all()).put("same", pairs.same()).put("different", pairs.different());
    }
}
