package dev.ravel.launcher.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import dev.ravel.launcher.wiring.EndSignal;
import dev.ravel.launcher.wiring.Graph;
import dev.ravel.resolver.audit.AuditReport;
import dev.ravel.resolver.audit.AuditReport.EstimatedAccuracy;
import dev.ravel.resolver.audit.AuditReports;
import dev.ravel.resolver.audit.Estimate;
import dev.ravel.resolver.store.ResolutionStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ravel report audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Precision and recall at each audit sample, with 95 %% confidence intervals, from what persons answered: over"
                    + " time, by rule and by source (docs/measured-precision.md).",
            ""
        },
        footer = {"", "Examples:", "  ravel report audit", "  ravel report audit --json"})
public final class AuditReportCommand implements Callable<Integer> {
    private static final String LINE = "%-28s %-24s %-24s %s";

    private final Console console;

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public AuditReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RavelConfiguration configuration = options.read();
        try (EndSignal end = EndSignal.listen()) {
            Graph graph = end.closeAtEnd(Graph.existing(configuration));
            console.note("graph: " + graph.description());
            ResolutionStore store = end.closeAtEnd(graph.stores().connect());
            List<AuditReport> reports = new AuditReports(store).all();
            if (json) {
                ObjectNode all = Json.object();
                reports.forEach(report -> all.withArray("samples").add(json(report)));
                console.print(Json.text(all));
            } else if (reports.isEmpty()) {
                console.print("no sample was drawn yet: ravel audit-sample draws one");
            } else {
                console.print(String.format(Locale.ROOT, LINE, "sample", "precision", "recall", "answered"));
                reports.forEach(this::say);
            }
            return ExitCode.OK.code();
        }
    }

    private void say(AuditReport report) {
        String answered = report.answered() + " of " + report.sample().pairs().size()
                + (report.unsure() == 0 ? "" : ", " + report.unsure() + " unsure");
        console.print(line(report.sample().name(), report.accuracy(), answered));
        say("by rule", report.byRule());
        say("by source", report.bySource());
    }

    private void say(String title, SortedMap<String, EstimatedAccuracy> parts) {
        if (!parts.isEmpty()) {
            console.print("  " + title);
            parts.forEach((part, accuracy) -> console.print(
                    line("    " + (part.isEmpty() ? "(through others)" : part), accuracy, answers(accuracy))));
        }
    }

    private static String answers(EstimatedAccuracy accuracy) {
        return accuracy.recall()
                .or(accuracy::precision)
                .map(estimate -> Integer.toString(estimate.answers()))
                .orElse("");
    }

    private static String line(String what, EstimatedAccuracy accuracy, String answers) {
        return String.format(Locale.ROOT, LINE, what, text(accuracy.precision()), text(accuracy.recall()), answers)
                .stripTrailing();
    }

    private static String text(Optional<Estimate> estimate) {
        return estimate.map(share ->
                        String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", share.value(), share.low(), share.high()))
                .orElse("not known yet");
    }

    private static ObjectNode json(AuditReport report) {
        ObjectNode json = json(report.accuracy())
                .put("name", report.sample().name())
                .put("at", report.sample().at().toString())
                .put("digest", report.sample().digest())
                .put("pairs", report.sample().pairs().size())
                .put("answered", report.answered())
                .put("unsure", report.unsure());
        json.set("byRule", json(report.byRule()));
        json.set("bySource", json(report.bySource()));
        return json;
    }

    private static ObjectNode json(Map<String, EstimatedAccuracy> parts) {
        ObjectNode json = Json.object();
        parts.forEach((part, accuracy) -> json.set(part, json(accuracy)));
        return json;
    }

    private static ObjectNode json(EstimatedAccuracy accuracy) {
        ObjectNode json = Json.object();
        accuracy.precision().ifPresent(estimate -> json.set("precision", json(estimate)));
        accuracy.recall().ifPresent(estimate -> json.set("recall", json(estimate)));
        return json;
    }

    private static ObjectNode json(Estimate estimate) {
        return Json.object()
                .put("value", estimate.value())
                .put("low", estimate.low())
                .put("high", estimate.high())
                .put("answers", estimate.answers());
    }
}
