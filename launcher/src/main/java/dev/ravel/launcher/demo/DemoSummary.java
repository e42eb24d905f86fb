package dev.ravel.launcher.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.ingest.IngestReport;
import dev.ravel.launcher.console.Json;
import dev.ravel.resolver.evaluate.Evaluation;
import dev.ravel.resolver.store.StoreCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the demonstration did.
 *
 * @param loads the streaming jobs, one a delivery, the large one first
 * @param counts the graph afterwards
 * @param evaluation its entities against the truth
 * @param checks the scenarios
 */
record DemoSummary(List<IngestReport> loads, StoreCounts counts, Evaluation evaluation, List<ScenarioCheck> checks) {
    /** Below these the demonstration has failed: its customers are easier than real ones. */
    private static final double MIN_PRECISION = 0.98;

    private static final double MIN_RECALL = 0.85;

    DemoSummary {
        loads = List.copyOf(loads);
        checks = List.copyOf(checks);
    }

    /** What does not hold, a line each; empty if all of it worked. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        for (ScenarioCheck check : checks) {
            for (ScenarioCheck.Failure failure : check.failures()) {
                failures.add(check.scenario() + " (" + check.scenario().description() + "): expected "
                        + failure.expectation() + ", but " + failure.detail());
            }
        }
        for (IngestReport load : loads) {
            if (load.counts().deadLetters() > 0) {
                failures.add(
                        load.counts().deadLetters() + " records became dead letters in " + load.deadLetterDirectory());
            }
        }
        if (evaluation.missing() > 0) {
            failures.add(evaluation.missing() + " live records are in no entity");
        }
        if (counts.liveRecords() != evaluation.records()) {
            failures.add("the graph has " + counts.liveRecords() + " live records, the truth " + evaluation.records());
        }
        if (evaluation.pairwise().precision() < MIN_PRECISION
                || evaluation.pairwise().recall() < MIN_RECALL) {
            failures.add(text(
                    "pairwise precision %.4f or recall %.4f is below %.2f or %.2f",
                    evaluation.pairwise().precision(), evaluation.pairwise().recall(), MIN_PRECISION, MIN_RECALL));
        }
        return failures;
    }

    /** The figures, a line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(text(
                "%,d records of 4 systems streamed in %.1f s (%,.0f records/s)",
                read(), elapsedMillis() / 1000.0, loads.get(0).recordsPerSecond()));
        lines.add(text(
                "%,d live records became %,d entities, %,d of them from several records (true customers: %,d)",
                counts.liveRecords(), counts.entities(), counts.mergedEntities(), evaluation.trueEntities()));
        lines.add(text(
                "duplicates: %.1f %% of the records before, %.1f %% of the entities now",
                100 * surplus(counts.liveRecords()), 100 * surplus(counts.entities())));
        lines.add(text("held for review: %,d questions", counts.openReviewItems()));
        lines.add(text(
                "suppressed: %,d identifiers of %,d, carried by too many or too generic",
                counts.suppressedIdentifiers(), counts.identifiers()));
        lines.add(text(
                "against the truth: precision %.4f, recall %.4f (pairs), F1 %.4f (B-cubed)",
                evaluation.pairwise().precision(),
                evaluation.pairwise().recall(),
                evaluation.bCubed().f1()));
        long passed = checks.stream().filter(ScenarioCheck::passed).count();
        lines.add(text("hard cases: %d of %d kinds came out as they must", passed, checks.size()));
        return lines;
    }

    /** The figures for programs. */
    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("records", read())
                .put("elapsedMillis", elapsedMillis())
                .put("recordsPerSecond", loads.get(0).recordsPerSecond())
                .put("liveRecords", counts.liveRecords())
                .put("entities", counts.entities())
                .put("mergedEntities", counts.mergedEntities())
                .put("trueCustomers", evaluation.trueEntities())
                .put("duplicateRateBefore", surplus(counts.liveRecords()))
                .put("duplicateRateAfter", surplus(counts.entities()))
                .put("openReviewItems", counts.openReviewItems())
                .put("suppressedIdentifiers", counts.suppressedIdentifiers())
                .put("precision", evaluation.pairwise().precision())
                .put("recall", evaluation.pairwise().recall())
                .put("bCubedF1", evaluation.bCubed().f1());
        ObjectNode scenarios = json.putObject("scenarios");
        checks.forEach(check -> scenarios.put(check.scenario().name(), check.passed()));
        ArrayNode failures = json.putArray("failures");
        failures().forEach(failures::add);
        return json;
    }

    private long read() {
        return loads.stream().mapToLong(load -> load.counts().read()).sum();
    }

    private long elapsedMillis() {
        return loads.stream().mapToLong(load -> load.elapsed().toMillis()).sum();
    }

    /** The share of things that are one too many for the true customers, at least 0. */
    private double surplus(long things) {
        return things == 0 ? 0 : Math.max(0, 1 - (double) evaluation.trueEntities() / things);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
