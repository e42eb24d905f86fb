package dev.ravel.launcher.command;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.cypher.offline.OfflineImport;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.bulk.BulkFiles;
import dev.ravel.launcher.bulk.BulkLoader;
import dev.ravel.launcher.bulk.FirstLoader;
import dev.ravel.launcher.bulk.JudgementFile;
import dev.ravel.launcher.bulk.ReadInputs;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import dev.ravel.launcher.console.Progress;
import dev.ravel.launcher.wiring.EndSignal;
import dev.ravel.launcher.wiring.Graph;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.store.ResolutionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ravel load}. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a bulk result into the graph, and the offsets up to which its inputs are in, so that ravel ingest goes"
                    + " on from there. Checks at the end that the graph's entities are those of the result.",
            "",
            "Where there is no embedded graph yet, Neo4j's importer makes it, which takes less time; a graph that is there"
                    + " already takes the records in through transactions.",
            "",
            "Needs the configuration under which the result was made. Running it again changes nothing.",
            ""
        },
        footer = {"", "Example:", "  ravel resolve exports/ -o resolved", "  ravel load resolved"})
public final class LoadCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The directory that ravel resolve wrote.")
    private Path directory = Path.of("");

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(
            names = "--through-transactions",
            description = "Load record by record, as the stream does, also where there is no graph yet.")
    private boolean throughTransactions;

    @Option(
            names = "--import-files",
            paramLabel = "DIR",
            description = "Only write the files for the importer of a Neo4j server of your own, and print its command.")
    private @Nullable Path importFiles;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    public LoadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        RavelConfiguration configuration = options.read();
        if (!Files.isRegularFile(directory.resolve(BulkFiles.RECORDS))) {
            throw new CommandException(
                    ExitCode.USAGE,
                    directory + " holds no result of ravel resolve; make one with ravel resolve … -o DIR");
        }
        Resolver resolver = Resolver.of(configuration.resolver(), MatchModel.read(directory.resolve(BulkFiles.MODEL)));
        ReadInputs inputs = ReadInputs.read(directory.resolve(BulkFiles.INPUTS));
        if (!inputs.digest().equals(resolver.digest().hex())) {
            throw new CommandException(
                    ExitCode.DIGEST_MISMATCH,
                    "the result was made under another configuration or version of Ravel; load it with the same -c, or resolve"
                            + " again");
        }
        if (importFiles != null) {
            return writeImportFiles(configuration, resolver, inputs, importFiles);
        }
        try (EndSignal end = EndSignal.listen()) {
            boolean imported = !throughTransactions && importFirst(configuration, resolver, inputs, end);
            Graph graph = end.closeAtEnd(Graph.of(configuration));
            console.note("graph: " + graph.description());
            ResolutionStore store = end.closeAtEnd(graph.open(resolver));
            end.closeAtEnd(graph.seal(store));
            keepModel(configuration);
            BulkLoader loader = new BulkLoader(resolver, store, Clock.systemUTC());
            long versions = versions();
            if (!imported) {
                bringJudgements(store);
                try (Progress progress = Progress.start(console, "loaded", OptionalLong.of(versions))) {
                    versions = loader.load(directory, inputs.offsets(), progress::done);
                }
            }
            long different = loader.recordsElsewhere(directory);
            if (different > 0) {
                throw new CommandException(
                        ExitCode.FAILED,
                        different + " records are in other entities of the graph than of the result; the graph held"
                                + " records or judgements before, which the result does not know: ravel resolve --graph-judgements takes them along");
            }
            console.print(
                    json
                            ? Json.text(Json.object()
                                    .put("versions", versions)
                                    .put("inputs", inputs.offsets().size())
                                    .put("imported", imported))
                            : versions + " versions are in the graph, its entities are those of " + directory);
            return ExitCode.OK.code();
        }
    }

    /** How many versions the result holds. */
    private long versions() throws IOException {
        try (Stream<String> lines = Files.lines(directory.resolve(BulkFiles.RECORDS))) {
            return lines.count();
        }
    }

    /** Makes the embedded graph by Neo4j's importer if there is none; whether it did. */
    private boolean importFirst(RavelConfiguration configuration, Resolver resolver, ReadInputs inputs, EndSignal end)
            throws IOException {
        Path data = Graph.directory(configuration);
        if (configuration.graph().server().isPresent()
                || !OfflineImport.isPossible(data)
                || !FirstLoader.isPossible(directory)) {
            console.note("loading through transactions: a graph is there already, or the result holds judgements");
            return false;
        }
        new FirstLoader(resolver, console, Clock.systemUTC())
                .importInto(
                        directory, inputs.offsets(), data, configuration.graph().embedded(), end);
        return true;
    }

    private int writeImportFiles(RavelConfiguration configuration, Resolver resolver, ReadInputs inputs, Path target)
            throws IOException {
        if (!FirstLoader.isPossible(directory)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    directory + " holds judgements, which import files cannot; load it without --import-files");
        }
        if (!OfflineImport.isPossible(target)) {
            throw new CommandException(ExitCode.USAGE, target + " is not empty; give a new directory");
        }
        FirstLoader.Written written =
                new FirstLoader(resolver, console, Clock.systemUTC()).write(directory, target, inputs.offsets());
        keepModel(configuration);
        console.note(written.versions() + " versions are in " + target
                + "; with the server stopped and its database empty, import them there:");
        console.print("cd " + target + " && neo4j-admin database import full neo4j "
                + String.join(" ", written.files().arguments()));
        return ExitCode.OK.code();
    }

    private void bringJudgements(ResolutionStore store) throws IOException {
        Path file = directory.resolve(BulkFiles.JUDGEMENTS);
        int brought = Files.isRegularFile(file) ? JudgementFile.read(file).bringInto(store) : 0;
        if (brought > 0) {
            console.note("the graph has " + brought + " judgements of the result from now on");
        }
    }

    /** Puts the result's model where ravel ingest and ravel serve look for it, unless the configuration names one. */
    private void keepModel(RavelConfiguration configuration) throws IOException {
        if (configuration.modelFile().isEmpty()) {
            Path kept = configuration.dataDirectory().resolve(RavelConfiguration.MODEL_FILE);
            Files.createDirectories(configuration.dataDirectory());
            Files.copy(directory.resolve(BulkFiles.MODEL), kept, StandardCopyOption.REPLACE_EXISTING);
            console.note("the graph goes on with the result's model, kept in " + kept);
        }
    }
}
