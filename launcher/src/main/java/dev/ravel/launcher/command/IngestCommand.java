package dev.ravel.launcher.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.ingest.Ingest;
import dev.ravel.ingest.IngestException;
import dev.ravel.ingest.IngestReport;
import dev.ravel.ingest.IngestRequest;
import dev.ravel.ingest.RunningIngest;
import dev.ravel.ingest.input.InputFiles;
import dev.ravel.ingest.sink.IngestCounters;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import dev.ravel.launcher.wiring.EndSignal;
import dev.ravel.launcher.wiring.Graph;
import dev.ravel.launcher.wiring.Load;
import dev.ravel.resolver.Resolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ravel ingest}. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Streams files, directories or Kafka topics into the graph, where every record meets those it belongs to.",
            "",
            "It goes on where the graph's offsets say the last run ended, so running it again, also after a crash, loses"
                    + " and doubles nothing. What cannot be read goes to the dead-letter directory with its reason, and"
                    + " the exit code is then 3.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ravel ingest customers.jsonl",
            "  ravel ingest exports/ -c ravel.yaml --watch",
            "  ravel ingest kafka://127.0.0.1:9092/customers --watch"
        })
public final class IngestCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "0..*",
            paramLabel = "INPUT",
            description = "Files (JSON Lines or CSV), directories of them, or kafka://host:port/topic.")
    private List<String> inputs = List.of();

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT/TOPIC",
            description = "A Kafka topic, another way to write kafka://HOST:PORT/TOPIC.")
    private List<String> topics = List.of();

    @Option(
            names = "--watch",
            description = "Go on for ever: with files that appear in the directories, with messages that arrive.")
    private boolean watch;

    @Option(
            names = "--from-start",
            description = "Read again what the graph's offsets say is in; that changes nothing.")
    private boolean fromStart;

    @Option(
            names = "--load-id",
            paramLabel = "ID",
            description = "The name of this load, kept with every version that it brings; the time if absent.")
    private @Nullable String loadId;

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    public IngestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        RavelConfiguration configuration = options.read();
        IngestRequest request = request();
        refuseNothingToRead(request, configuration);
        Resolver resolver = Resolver.of(configuration.resolver(), configuration.model());
        try (EndSignal end = EndSignal.listen()) {
            Graph graph = end.closeAtEnd(Graph.of(configuration));
            console.note("graph: " + graph.description());
            end.closeAtEnd(graph.seal(end.closeAtEnd(graph.open(resolver))));
            RunningIngest job = end.closeAtEnd(Ingest.start(request, configuration, graph.stores()));
            IngestReport report = Load.await(job, OptionalLong.empty(), console);
            say(report);
            return (report.counts().deadLetters() == 0 ? ExitCode.OK : ExitCode.DEAD_LETTERS).code();
        } catch (IngestException e) {
            throw Load.failure(e);
        }
    }

    private IngestRequest request() throws NoSuchFileException {
        List<String> all = new ArrayList<>(inputs);
        topics.forEach(topic -> all.add("kafka://" + topic));
        if (all.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE, "name at least one INPUT: a file, a directory or kafka://host:port/topic");
        }
        for (String input : all) {
            if (isPath(input) && !Files.exists(Path.of(input))) {
                throw new NoSuchFileException(input);
            }
        }
        String load = loadId == null
                ? Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS).toString()
                : loadId;
        return new IngestRequest(all, watch, fromStart, load);
    }

    /** Directories without a file end at once; only who watches them waits for one. */
    private static void refuseNothingToRead(IngestRequest request, RavelConfiguration configuration)
            throws IOException {
        if (request.watch() || !request.inputs().stream().allMatch(IngestCommand::isPath)) {
            return;
        }
        List<Path> files = InputFiles.expand(
                request.inputs().stream().map(Path::of).toList(),
                name -> configuration.sources().values().stream().anyMatch(source -> source.owns(name)));
        if (files.isEmpty()) {
            throw CommandException.nothingToRead(request.inputs(), ", or add --watch to wait for some");
        }
    }

    private static boolean isPath(String input) {
        return !input.contains("://");
    }

    private void say(IngestReport report) {
        report.notes().forEach(console::note);
        IngestCounters.Counts counts = report.counts();
        if (json) {
            ObjectNode answer = Json.object()
                    .put("load", report.loadId())
                    .put("read", counts.read())
                    .put("skipped", counts.skipped())
                    .put("newVersions", counts.newVersions())
                    .put("lateVersions", counts.lateVersions())
                    .put("repeated", counts.repeated())
                    .put("leftOutKeys", counts.leftOutKeys())
                    .put("deadLetters", counts.deadLetters())
                    .put("snapshotDeletions", counts.snapshotDeletions())
                    .put("batches", counts.batches())
                    .put("elapsedMillis", report.elapsed().toMillis());
            console.print(Json.text(answer));
            return;
        }
        console.print(String.format(
                Locale.ROOT,
                "load %s: %,d records read in %.1f s: %,d new versions, %,d late, %,d repeated, %,d in already",
                report.loadId(),
                counts.read(),
                report.elapsed().toMillis() / 1000.0,
                counts.newVersions(),
                counts.lateVersions(),
                counts.repeated(),
                counts.skipped()));
        if (counts.leftOutKeys() > 0) {
            console.note(String.format(
                    Locale.ROOT,
                    "%,d keys were left out, of records with more values than a blocking rule or a record may give",
                    counts.leftOutKeys()));
        }
        report.inputs().forEach(input -> console.print("input " + input.label() + ": " + input.encoding()));
        if (counts.deadLetters() > 0) {
            console.note(counts.deadLetters() + " dead letters are in " + report.deadLetterDirectory()
                    + ", with the reasons");
        }
    }
}
