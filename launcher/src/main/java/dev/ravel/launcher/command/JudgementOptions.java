package dev.ravel.launcher.command;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.bulk.JudgementFile;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.wiring.EndSignal;
import dev.ravel.launcher.wiring.Graph;
import dev.ravel.resolver.decision.Decisions;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where what persons have decided comes from: a file, the configured graph, or nowhere. */
final class JudgementOptions {
    @Option(
            names = "--judgements",
            paramLabel = "FILE",
            description = "Heeds these standing judgements, which ravel audit judgements wrote.")
    private @Nullable Path file;

    @Option(names = "--graph-judgements", description = "Heeds the judgements that stand in the configured graph.")
    private boolean fromGraph;

    /** Whether either was given. */
    boolean given() {
        return file != null || fromGraph;
    }

    /**
     * What persons have decided; nothing if neither option was given.
     *
     * @throws CommandException with {@link ExitCode#USAGE} if both were
     */
    Decisions read(RavelConfiguration configuration, Console console) throws IOException {
        if (file != null && fromGraph) {
            throw new CommandException(ExitCode.USAGE, "give --judgements or --graph-judgements, not both");
        }
        Decisions decisions = Decisions.NONE;
        if (file != null) {
            decisions = JudgementFile.read(file);
        } else if (fromGraph) {
            try (EndSignal end = EndSignal.listen()) {
                Graph graph = end.closeAtEnd(Graph.existing(configuration));
                decisions = Decisions.of(end.closeAtEnd(graph.stores().connect()));
            }
        }
        if (!decisions.isEmpty()) {
            console.note("under " + decisions.judgements().size() + " judgements of records and "
                    + decisions.rulings().size() + " of identifiers");
        }
        return decisions;
    }
}
