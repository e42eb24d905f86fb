package dev.ravel.launcher.command;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.bulk.JudgementFile;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.wiring.EndSignal;
import dev.ravel.launcher.wiring.Graph;
import dev.ravel.resolver.decision.Decisions;
import dev.ravel.resolver.store.ResolutionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ravel audit judgements}. */
@Command(
        name = "judgements",
        mixinStandardHelpOptions = true,
        description = {
            "Writes what persons have decided and still stands, with who, why and when: judgements of records and of"
                    + " identifiers, and the operations that made them. ravel resolve --judgements takes the file, and"
                    + " ravel load brings it into an empty graph.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ravel audit judgements judgements.jsonl",
            "  ravel resolve exports/ --judgements judgements.jsonl -o resolved"
        })
public final class JudgementsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The file to write; replaced whole if it is there.")
    private Path file = Path.of("");

    @Mixin
    private DataOptions options = new DataOptions();

    public JudgementsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        RavelConfiguration configuration = options.read();
        try (EndSignal end = EndSignal.listen()) {
            Graph graph = end.closeAtEnd(Graph.existing(configuration));
            console.note("graph: " + graph.description());
            ResolutionStore store = end.closeAtEnd(graph.stores().connect());
            Decisions decisions = Decisions.of(store);
            Path target = file.toAbsolutePath();
            Path part = target.resolveSibling(target.getFileName() + ".part");
            JudgementFile.write(part, decisions);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            console.print(decisions.judgements().size() + " judgements of records and "
                    + decisions.rulings().size() + " of identifiers are in " + file);
            return ExitCode.OK.code();
        }
    }
}
