package dev.ravel.launcher.command;

import dev.ravel.launcher.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ravel report}: figures about a graph over time. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {"Figures about the graph over time.", ""},
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {"", "Examples:", "  ravel report churn --from 2026-03-01T00:00:00Z", "  ravel report audit"})
public final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ReportCommand() {}

    /** The command with its verbs. */
    public static CommandLine of(Console console) {
        return new CommandLine(new ReportCommand())
                .addSubcommand(new ChurnCommand(console))
                .addSubcommand(new AuditReportCommand(console));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "name a verb: churn, audit");
    }
}
