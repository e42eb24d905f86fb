package dev.ravel.launcher.command;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.wiring.EndSignal;
import dev.ravel.launcher.wiring.Graph;
import dev.ravel.resolver.lineage.ChangeFeed;
import dev.ravel.resolver.lineage.FeedFile;
import dev.ravel.resolver.store.ResolutionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ravel feed}. */
@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        description = {
            "Appends all that has happened to entities since the last line of a file (docs/change-feed.md). Whoever applies"
                    + " the file from the start has the table of all entities.",
            ""
        },
        footer = {"", "Examples:", "  ravel feed changes.jsonl", "  ravel feed changes.jsonl --follow"})
public final class FeedCommand implements Callable<Integer> {
    private static final Duration TICK = Duration.ofMillis(500);

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The file to append to; made if it is not there.")
    private Path file = Path.of("");

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(names = "--follow", description = "Go on with what happens, until stopped.")
    private boolean follow;

    public FeedCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        RavelConfiguration configuration = options.read();
        try (EndSignal end = EndSignal.listen()) {
            Graph graph = end.closeAtEnd(Graph.existing(configuration));
            console.note("graph: " + graph.description());
            ResolutionStore store = end.closeAtEnd(graph.stores().connect());
            try (FeedFile feed = new FeedFile(file)) {
                write(feed, store, end);
            }
            return ExitCode.OK.code();
        }
    }

    private void write(FeedFile feed, ResolutionStore store, EndSignal end) throws IOException, InterruptedException {
        while (store.seal().isPresent()) {}
        ChangeFeed changes = new ChangeFeed(store);
        long events = 0;
        int appended = feed.append(changes);
        while (appended > 0) {
            events += appended;
            appended = feed.append(changes);
        }
        console.print(events + " events appended to " + file + ", up to block " + feed.block());
        while (follow && !end.isTold()) {
            feed.append(changes);
            Thread.sleep(TICK.toMillis());
        }
    }
}
