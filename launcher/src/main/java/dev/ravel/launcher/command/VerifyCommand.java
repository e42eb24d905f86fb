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
import dev.ravel.launcher.wiring.SealHeads;
import dev.ravel.resolver.lineage.SealHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ravel verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the graph's invariants, the hash chain of each entity and the seal over all of them, and changes"
                    + " nothing. Exit code 1 if something does not hold.",
            "",
            "The heads of the seal that ravel serve, ingest and load keep in the data directory show that nothing has"
                    + " been rewritten or cut off since; keep a copy where whoever writes to the graph cannot change it.",
            ""
        },
        footer = {"", "Examples:", "  ravel verify", "  ravel verify --data-dir .ravel/demo --json"})
public final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--heads",
            paramLabel = "FILE",
            description = "Heads of the seal to compare with; those of the data directory if absent.")
    private @Nullable Path heads;

    public VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        RavelConfiguration configuration = options.read();
        try (EndSignal end = EndSignal.listen()) {
            Graph graph = end.closeAtEnd(Graph.existing(configuration));
            console.note("graph: " + graph.description());
            VerificationReport report = new GraphVerifier(
                            graph.connection(), configuration.resolver().tenant())
                    .verify(heads(configuration));
            say(report);
            return (report.holds() ? ExitCode.OK : ExitCode.FAILED).code();
        }
    }

    private List<SealHead> heads(RavelConfiguration configuration) throws IOException {
        Path kept = configuration.dataDirectory().resolve(SealHeads.FILE);
        if (heads == null && !Files.exists(kept)) {
            return List.of();
        }
        return new SealHeads(
                        heads == null ? kept : heads, configuration.resolver().tenant(), Clock.systemUTC())
                .read();
    }

    private void say(VerificationReport report) {
        if (json) {
            ObjectNode answer = Json.object()
                    .put("holds", report.holds())
                    .put("reresolving", report.reresolving())
                    .put("events", report.events())
                    .put("unsealedEvents", report.unsealedEvents());
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
        console.print(
                report.events() + " lineage events checked, " + report.unsealedEvents() + " of them not sealed yet");
        if (report.reresolving()) {
            console.print("the graph is being taken to another resolution: blocks of records that wait for it are not"
                    + " checked; if no ravel reresolve --apply is running, start it again");
        }
        report.violations().forEach(violation -> console.print(violation.toString()));
        console.print(
                report.holds()
                        ? "all invariants hold"
                        : "invariants that do not hold: " + report.violations().size());
    }
}
