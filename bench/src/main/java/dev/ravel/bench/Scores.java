package dev.ravel.bench;

import dev.ravel.resolver.evaluate.EntityAssignments;
import dev.ravel.resolver.evaluate.Evaluation;
import java.util.List;
import java.util.Map;

/** The accuracy beside a speed. */
final class Scores {
    private Scores() {}

    /**
     * The pairwise F1 of a prediction.
     *
     * @param truth the true entity of each record
     * @param predicted the predicted entity of each record, named alike
     */
    static double f1(Map<String, String> truth, Map<String, String> predicted) {
        return Evaluation.of(assignments("truth", truth), assignments("prediction", predicted), 0)
                .pairwise()
                .f1();
    }

    private static EntityAssignments assignments(String what, Map<String, String> entityOf) {
        List<Map<String, String>> rows = entityOf.entrySet().stream()
                .map(entry -> Map.of(
                        EntityAssignments.RECORD_ID, entry.getKey(), EntityAssignments.ENTITY_ID, entry.getValue()))
                .toList();
        return EntityAssignments.read(what, rows);
    }
}
