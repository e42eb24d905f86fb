package dev.ravel.launcher;

import dev.ravel.launcher.command.AuditCommand;
import dev.ravel.launcher.command.AuditSampleCommand;
import dev.ravel.launcher.command.DemoCommand;
import dev.ravel.launcher.command.EvaluateCommand;
import dev.ravel.launcher.command.FeedCommand;
import dev.ravel.launcher.command.GenerateCommand;
import dev.ravel.launcher.command.InferCommand;
import dev.ravel.launcher.command.IngestCommand;
import dev.ravel.launcher.command.LoadCommand;
import dev.ravel.launcher.command.ReportCommand;
import dev.ravel.launcher.command.ReresolveCommand;
import dev.ravel.launcher.command.ResolveCommand;
import dev.ravel.launcher.command.ServeCommand;
import dev.ravel.launcher.command.TrainCommand;
import dev.ravel.launcher.command.VerifyCommand;
import dev.ravel.launcher.command.VersionCommand;
import dev.ravel.launcher.console.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code ravel} command. */
@Command(
        name = "ravel",
        mixinStandardHelpOptions = true,
        description = {
            "Ties the records that many systems keep about one customer into one entity, in a graph, and can always"
                    + " say why.",
            ""
        },
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        exitCodeListHeading = "%nExit codes:%n",
        footer = {
            "",
            "Start with:",
            "  ravel demo                  see it work on generated customers",
            "  ravel VERB --help           learn a verb, with an example"
        })
public final class Ravel {
    private Ravel() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(Console.system()).execute(arguments));
    }

    /** The command with all verbs. It writes to a console and does not end the JVM. */
    static CommandLine commandLine(Console console) {
        VersionCommand version = new VersionCommand(console);
        CommandLine commandLine = new CommandLine(new Ravel());
        commandLine.addSubcommand(new DemoCommand(console));
        commandLine.addSubcommand(new ServeCommand(console));
        commandLine.addSubcommand(new IngestCommand(console));
        commandLine.addSubcommand(new ResolveCommand(console));
        commandLine.addSubcommand(new TrainCommand(console));
        commandLine.addSubcommand(new LoadCommand(console));
        commandLine.addSubcommand(new ReresolveCommand(console));
        commandLine.addSubcommand(new GenerateCommand(console));
        commandLine.addSubcommand(new InferCommand(console));
        commandLine.addSubcommand(new EvaluateCommand(console));
        commandLine.addSubcommand(new VerifyCommand(console));
        commandLine.addSubcommand(AuditCommand.of(console));
        commandLine.addSubcommand(new FeedCommand(console));
        commandLine.addSubcommand(new AuditSampleCommand(console));
        commandLine.addSubcommand(ReportCommand.of(console));
        commandLine.addSubcommand(version);
        commandLine.getCommandSpec().versionProvider(version);
        commandLine.getCommandSpec().usageMessage().exitCodeList(exitCodes());
        commandLine.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        commandLine.setParameterExceptionHandler((failure, arguments) -> {
            if (arguments.length == 0) {
                failure.getCommandLine().usage(console.err());
            } else {
                console.note("ravel: " + problem(failure) + "; see "
                        + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            }
            return ExitCode.USAGE.code();
        });
        commandLine.setExecutionExceptionHandler((failure, verb, parsed) -> {
            console.note(verb.getCommandSpec().qualifiedName() + ": " + Failures.message(failure));
            return Failures.exitCode(failure).code();
        });
        return commandLine;
    }

    private static String problem(CommandLine.ParameterException failure) {
        return failure instanceof CommandLine.UnmatchedArgumentException unmatched
                        && failure.getCommandLine().getParent() == null
                        && !unmatched.isUnknownOption()
                ? "there is no verb " + unmatched.getUnmatched().get(0)
                : String.valueOf(failure.getMessage());
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> list = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            list.put(Integer.toString(code.code()), code.meaning());
        }
        return list;
    }
}
