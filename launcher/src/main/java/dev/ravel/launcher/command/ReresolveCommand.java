package dev.ravel.launcher.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import dev.ravel.launcher.console.Progress;
import dev.ravel.launcher.wiring.EndSignal;
import dev.ravel.launcher.wiring.Graph;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.reresolve.Reresolution;
import dev.ravel.resolver.reresolve.ReresolutionPreview;
import dev.ravel.resolver.store.ResolutionStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ravel reresolve}. */
@Command(
        name = "reresolve",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what the model and configuration of now would make of the graph's entities: merges, splits, and what"
                    + " becomes of ids. So too after an upgrade that standardises values otherwise. Changes nothing without"
                    + " --apply.",
            "",
            "With --apply it takes the graph there, a batch a transaction, with all judgements and ids kept. ravel ingest"
                    + " and ravel serve of the configuration of before end then; those of the new one may run beside it."
                    + " Interrupted, it goes on where it was when it is started again.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ravel reresolve -c ravel.yaml            what would change",
            "  ravel reresolve -c ravel.yaml --apply    change it"
        })
public final class ReresolveCommand implements Callable<Integer> {
    /** Writers look at the stamp every second; a transaction begun before that has ended by then. */
    private static final Duration UNTIL_WRITERS_NOTICE =
            Duration.ofMillis(ResolutionStore.STAMP_CHECK_MILLIS).multipliedBy(3);

    private final Console console;

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(names = "--apply", description = "Take the graph to the model and configuration of now.")
    private boolean apply;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public ReresolveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RavelConfiguration configuration = options.read();
        Resolver resolver = Resolver.of(configuration.resolver(), configuration.model());
        try (EndSignal end = EndSignal.listen()) {
            Graph graph = end.closeAtEnd(Graph.existing(configuration));
            console.note("graph: " + graph.description());
            ResolutionStore store = end.closeAtEnd(graph.stores().connect());
            Reresolution reresolution = new Reresolution(
                    resolver, store, Clock.systemUTC(), () -> LockSupport.parkNanos(UNTIL_WRITERS_NOTICE.toNanos()));
            if (reresolution.isDone()) {
                console.print(
                        json
                                ? Json.text(Json.object().put("done", true))
                                : "the graph is of this model and configuration already");
                return ExitCode.OK.code();
            }
            if (apply) {
                apply(reresolution, store);
            } else {
                show(reresolution.preview());
            }
            return ExitCode.OK.code();
        }
    }

    private void apply(Reresolution reresolution, ResolutionStore store) {
        long events;
        try (Progress progress = Progress.start(
                console, "resolved again", OptionalLong.of(store.counts().liveRecords()))) {
            events = reresolution.apply(progress::done);
        }
        console.print(
                json
                        ? Json.text(Json.object().put("done", true).put("events", events))
                        : "the graph is of this model and configuration now; " + events + " changes of entities");
    }

    private void show(ReresolutionPreview preview) {
        if (json) {
            console.print(Json.text(json(preview)));
            return;
        }
        console.print(line("live records", preview.records()));
        console.print(line("entities now", preview.entitiesBefore()));
        console.print(line("entities then", preview.entitiesAfter()));
        console.print(line("  with exactly the records of now", preview.unchanged()));
        console.print(line("merges", preview.merged()));
        console.print(line("splits", preview.split()));
        console.print(line("records that get into another entity", preview.recordsMoved()));
        console.print(line("ids that retire", preview.idsRetired()));
        console.print(line("retired ids that stand again", preview.idsRevived()));
        console.print(line("new ids", preview.idsMinted()));
        console.print(line("questions for people", preview.questions()));
        list("largest merges", preview.largestMerges());
        list("largest splits", preview.largestSplits());
        console.print("nothing was changed; ravel reresolve --apply does it");
    }

    private void list(String title, List<ReresolutionPreview.Example> examples) {
        if (!examples.isEmpty()) {
            console.print(title);
            examples.forEach(example -> console.print("  " + example.entity() + ": "
                    + example.records().size() + " records, entities " + example.others()));
        }
    }

    private static String line(String what, int count) {
        return String.format(Locale.ROOT, "%-38s %,d", what, count);
    }

    private static ObjectNode json(ReresolutionPreview preview) {
        ObjectNode json = Json.object()
                .put("done", false)
                .put("records", preview.records())
                .put("entitiesBefore", preview.entitiesBefore())
                .put("entitiesAfter", preview.entitiesAfter())
                .put("unchanged", preview.unchanged())
                .put("merged", preview.merged())
                .put("split", preview.split())
                .put("recordsMoved", preview.recordsMoved())
                .put("idsRetired", preview.idsRetired())
                .put("idsRevived", preview.idsRevived())
                .put("idsMinted", preview.idsMinted())
                .put("questions", preview.questions());
        add(json.putArray("largestMerges"), preview.largestMerges());
        add(json.putArray("largestSplits"), preview.largestSplits());
        return json;
    }

    private static void add(ArrayNode list, List<ReresolutionPreview.Example> examples) {
        for (ReresolutionPreview.Example example : examples) {
            ObjectNode node = list.addObject().put("entity", example.entity().toString());
            example.others().forEach(other -> node.withArray("entities").add(other.toString()));
            example.records().forEach(record -> node.withArray("records").add(record.text()));
        }
    }
}
