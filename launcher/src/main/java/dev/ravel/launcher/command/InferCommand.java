package dev.ravel.launcher.command;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.configuration.SourceWriter;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.bulk.ResultDirectory;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.wiring.Inputs;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Path scratch = Files.createTempDirectory("ravel-infer-");
        try {
            RavelConfiguration defaults = RavelConfiguration.defaults().withDataDirectory(scratch);
            Console silent = new Console(
                    console.out(),
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                    false);
            Inputs found = Inputs.find(defaults, inputs, silent);
            console.print(
                    SourceWriter.write(found.configuration().sources().values()).stripTrailing());
            return ExitCode.OK.code();
        } finally {
            ResultDirectory.deleteTree(scratch);
        }
    }
}
