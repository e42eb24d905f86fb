package dev.ravel.bench.measure;

import dev.ravel.resolver.evaluate.Accuracy;
import dev.ravel.resolver.evaluate.EntityAssignments;
import dev.ravel.resolver.evaluate.Evaluation;
import java.util.List;
import java.util.Map;

/** The accuracy beside a speed. */
public final class Scores {
    private Scores() {}

    /**
     * The pairwise F1 of a prediction.
     *
     * @param truth the true entity of each record
     * @param predicted the predicted entity of each record, named alike
     */
    public static double f1(Map<String, String> truth, Map<String, String> predicted) {
        return pairwise(truth, predicted).f1();
    }

    /** The pairwise precision, recall and F1 of a prediction; arguments as of {@link #f1}. */
    public static Accuracy pairwise(Map<String, String> truth, Map<String, String> predicted) {
        return Evaluation.of(assignments("truth", truth), assignments("prediction", predicted), 0)
                .pairwise();
    }

    private static EntityAssignments assignments(String what, Map<String, String> entityOf) {
        List<Map<String, String>> rows = entityOf.entrySet().stream()
                .map(entry -> Map.of(
                        EntityAssignments.RECORD_ID, entry.getKey(), EntityAssignments.ENTITY_ID, entry.getValue()))
                .toList();
        return EntityAssignments.read(what, rows);
    }
}
