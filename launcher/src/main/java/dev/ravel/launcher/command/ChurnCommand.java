package dev.ravel.launcher.command;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import dev.ravel.launcher.console.Progress;
import dev.ravel.launcher.wiring.EndSignal;
import dev.ravel.launcher.wiring.Graph;
import dev.ravel.resolver.lineage.Churn;
import dev.ravel.resolver.lineage.ChurnCount;
import dev.ravel.resolver.store.ResolutionStore;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ravel report churn}. */
@Command(
        name = "churn",
        mixinStandardHelpOptions = true,
        description = {
            "Counts how many ids of customers have changed between two times, from the lineage: ids kept, retired and new,"
                    + " and the records whose customer has another id.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ravel report churn --from 2026-03-01T00:00:00Z",
            "  ravel report churn --from 2026-03-01T00:00:00Z --to 2026-04-01T00:00:00Z --json"
        })
public final class ChurnCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--from", required = true, paramLabel = "TIME", description = "The first time (ISO 8601, UTC).")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", description = "The second time; now if absent.")
    private @Nullable String to;

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public ChurnCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant first = time("--from", from);
        Instant second = to == null ? Clock.systemUTC().instant() : time("--to", to);
        RavelConfiguration configuration = options.read();
        try (EndSignal end = EndSignal.listen()) {
            Graph graph = end.closeAtEnd(Graph.existing(configuration));
            console.note("graph: " + graph.description());
            ResolutionStore store = end.closeAtEnd(graph.stores().connect());
            try (Progress progress = Progress.start(console, "entities looked at", OptionalLong.empty())) {
                say(ChurnCount.between(store, first, second, progress::done));
            }
            return ExitCode.OK.code();
        }
    }

    private void say(Churn churn) {
        if (json) {
            console.print(Json.text(Json.object()
                    .put("entitiesBefore", churn.entitiesBefore())
                    .put("entitiesAfter", churn.entitiesAfter())
                    .put("idsKept", churn.kept())
                    .put("idsRetired", churn.retired())
                    .put("idsNew", churn.minted())
                    .put("recordsInBoth", churn.recordsInBoth())
                    .put("recordsMoved", churn.recordsMoved())));
            return;
        }
        console.print(String.format(
                Locale.ROOT,
                "%,d entities before, %,d after: %,d ids kept, %,d retired, %,d new",
                churn.entitiesBefore(),
                churn.entitiesAfter(),
                churn.kept(),
                churn.retired(),
                churn.minted()));
        console.print(String.format(
                Locale.ROOT,
                "%,d of %,d records (%.2f %%) are in an entity with another id",
                churn.recordsMoved(),
                churn.recordsInBoth(),
                100 * churn.movedShare()));
    }

    private static Instant time(String option, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new CommandException(
                    ExitCode.USAGE, option + " is not a time like 2026-03-01T00:00:00Z: '" + text + "'", e);
        }
    }
}
