package dev.ravel.launcher.command;

import dev.ravel.launcher.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ravel audit}: what an auditor asks for. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {"What an auditor asks for.", ""},
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {"", "Examples:", "  ravel audit export lineage.jsonl", "  ravel audit judgements judgements.jsonl"})
public final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private AuditCommand() {}

    /** The command with its verbs. */
    public static CommandLine of(Console console) {
        return new CommandLine(new AuditCommand())
                .addSubcommand(new AuditExportCommand(console))
                .addSubcommand(new JudgementsCommand(console));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "name a verb: export, judgements");
    }
}
