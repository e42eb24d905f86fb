package dev.ravel.launcher.command;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import dev.ravel.launcher.console.Progress;
import dev.ravel.launcher.wiring.EndSignal;
import dev.ravel.launcher.wiring.Graph;
import dev.ravel.model.review.AuditSample;
import dev.ravel.model.review.AuditSample.Decision;
import dev.ravel.model.review.AuditSample.Stratum;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.audit.AuditDraw;
import dev.ravel.resolver.store.ResolutionStore;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ravel audit-sample}. */
@Command(
        name = "audit-sample",
        mixinStandardHelpOptions = true,
        description = {
            "Draws pairs of records at random, half of them merged without a person and half nearly so, and puts them"
                    + " into the review queue. From the answers ravel report audit estimates precision and recall.",
            "",
            "Answer a sample whole: those that are answered stand for the others. The same graph, seed and size give the"
                    + " same pairs.",
            ""
        },
        footer = {"", "Example:", "  ravel audit-sample --size 200 --name 2026-spring", "  ravel report audit"})
public final class AuditSampleCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--size",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many pairs; ${DEFAULT-VALUE} by default.")
    private int size;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "What the draw depends on, beside the graph; ${DEFAULT-VALUE} by default.")
    private long seed;

    @Option(names = "--name", paramLabel = "NAME", description = "The sample's name; the time of the draw if absent.")
    private @Nullable String name;

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public AuditSampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RavelConfiguration configuration = options.read();
        Resolver resolver = Resolver.of(configuration.resolver(), configuration.model());
        Clock clock = Clock.systemUTC();
        String called =
                name == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS).toString() : name;
        try (EndSignal end = EndSignal.listen()) {
            Graph graph = end.closeAtEnd(Graph.existing(configuration));
            console.note("graph: " + graph.description());
            ResolutionStore store = end.closeAtEnd(graph.open(resolver));
            AuditSample sample;
            try (Progress progress = Progress.start(console, "entities looked at", OptionalLong.empty())) {
                sample = new AuditDraw(resolver, store, clock).draw(called, seed, size, progress::done);
            }
            say(sample);
            return ExitCode.OK.code();
        }
    }

    private void say(AuditSample sample) {
        if (json) {
            console.print(Json.text(Json.object()
                    .put("name", sample.name())
                    .put("pairs", sample.pairs().size())
                    .put("mergedPairs", population(sample, Decision.MERGE))
                    .put("nearMisses", population(sample, Decision.NEAR_MISS))));
            return;
        }
        console.print(String.format(
                Locale.ROOT,
                "sample %s: %,d pairs are in the review queue, drawn from %,d merged ones and %,d near misses",
                sample.name(),
                sample.pairs().size(),
                population(sample, Decision.MERGE),
                population(sample, Decision.NEAR_MISS)));
    }

    private static long population(AuditSample sample, Decision decision) {
        return sample.strata().stream()
                .filter(stratum -> stratum.decision() == decision)
                .mapToLong(Stratum::population)
                .sum();
    }
}
