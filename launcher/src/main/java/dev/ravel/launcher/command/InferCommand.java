package dev.ravel.launcher.command;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.configuration.SourceWriter;
import dev.ravel.configuration.source.SourceConfiguration;
import dev.ravel.ingest.infer.InferredSources;
import dev.ravel.ingest.input.InputFiles;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ravel infer}. */
@Command(
        name = "infer",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at the columns of files and prints a ravel.yaml to start from. Files in the canonical form need none.",
            ""
        },
        footer = {"", "Example:", "  ravel infer crm.csv billing.csv > ravel.yaml"})
public final class InferCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Files (JSON Lines or CSV) or directories of them.")
    private List<Path> inputs = List.of();

    public InferCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (InputFiles.expand(inputs, name -> false).isEmpty()) {
            throw CommandException.nothingToRead(inputs, "");
        }
        Map<String, SourceConfiguration> sources =
                InferredSources.infer(RavelConfiguration.defaults(), inputs, console::note);
        if (!sources.isEmpty()) {
            console.print(SourceWriter.write(sources.values()).stripTrailing());
        }
        return ExitCode.OK.code();
    }
}
