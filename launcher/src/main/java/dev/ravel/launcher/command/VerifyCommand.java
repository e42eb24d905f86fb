package dev.ravel.launcher.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.cypher.verify.GraphVerifier;
import dev.ravel.cypher.verify.VerificationReport;
import dev.ravel.cypher.verify.Violation;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import dev.ravel.launcher.wiring.EndSignal;
import dev.ravel.launcher.wiring.Graph;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ravel verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the graph's invariants and the hash chain of its lineage, and changes nothing. Exit code 1 if"
                    + " something does not hold.",
            ""
        },
        footer = {"", "Examples:", "  ravel verify", "  ravel verify --data-dir .ravel/demo --json"})
public final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RavelConfiguration configuration = options.read();
        try (EndSignal end = EndSignal.listen()) {
            Graph graph = end.closeAtEnd(Graph.existing(configuration));
            console.note("graph: " + graph.description());
            VerificationReport report = new GraphVerifier(
                            graph.connection(), configuration.resolver().tenant())
                    .verify();
            say(report);
            return (report.holds() ? ExitCode.OK : ExitCode.FAILED).code();
        }
    }

    private void say(VerificationReport report) {
        if (json) {
            ObjectNode answer = Json.object().put("holds", report.holds());
            ArrayNode violations = answer.putArray("violations");
            for (Violation violation : report.violations()) {
                ObjectNode found = violations
                        .addObject()
                        .put("invariant", violation.invariant())
                        .put("count", violation.count());
                violation.examples().forEach(found.withArray("examples")::add);
            }
            console.print(Json.text(answer));
            return;
        }
        report.violations().forEach(violation -> console.print(violation.toString()));
        console.print(
                report.holds()
                        ? "all invariants hold"
                        : "invariants that do not hold: " + report.violations().size());
    }
}
