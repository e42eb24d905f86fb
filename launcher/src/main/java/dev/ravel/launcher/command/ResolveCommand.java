package dev.ravel.launcher.command;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.bulk.BulkFiles;
import dev.ravel.launcher.bulk.BulkReport;
import dev.ravel.launcher.bulk.ClusterRun;
import dev.ravel.launcher.bulk.JudgementFile;
import dev.ravel.launcher.bulk.Phases;
import dev.ravel.launcher.bulk.ReadInputs;
import dev.ravel.launcher.bulk.ResultDirectory;
import dev.ravel.launcher.bulk.VersionsFile;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import dev.ravel.launcher.console.Progress;
import dev.ravel.launcher.wiring.Inputs;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.bulk.ModelTrainer;
import dev.ravel.resolver.bulk.PhoneNumbers;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.decision.Decisions;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ravel resolve}. */
@Command(
        name = "resolve",
        mixinStandardHelpOptions = true,
        description = {
            "Resolves files in bulk, in memory, with no database, and gives the entities that streaming them would give.",
            "",
            "Writes into the output directory: entities.csv (source,record_id,entity_id), golden.csv, matches.csv,"
                    + " review.csv, report.json and report.html, the model that weighed the pairs (model.json), and what"
                    + " ravel load needs (records.jsonl, inputs.json, judgements.jsonl if there are any)."
                    + " The directory appears as a whole at the end.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ravel resolve customers.csv -o resolved",
            "  ravel resolve exports/ -c ravel.yaml -o resolved --json",
            "  ravel resolve customers.csv --model shipped -o resolved",
            "  ravel resolve exports/ --graph-judgements -o resolved",
            "  ravel resolve exports/ --on-cluster --parallelism 4 --model model.json -o resolved"
        })
public final class ResolveCommand implements Callable<Integer> {
    private static final String SHIPPED = "shipped";

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Files (JSON Lines or CSV) or directories of them.")
    private List<Path> inputs = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "The directory of the result; an earlier result there is replaced.")
    private Path output = Path.of("");

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "The model file, or \"shipped\" for the one that Ravel brings. Without it, and without one in"
                    + " the configuration, a model is trained on the input if there is enough to learn from.")
    private @Nullable String model;

    @Mixin
    private JudgementOptions judgements = new JudgementOptions();

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(
            names = "--on-cluster",
            description =
                    "Resolve by the batch job on a Flink mini-cluster in this process, as on a cluster of many machines:"
                            + " slower, sorts on disk instead of keeping all in memory. Needs a model, takes no judgements.")
    private boolean onCluster;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            description = "With --on-cluster: how many tasks of each kind (default: ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    public ResolveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        long started = System.nanoTime();
        Phases phases = new Phases();
        Clock clock = Clock.systemUTC();
        Inputs found = Inputs.find(options.read(), inputs, console);
        if (found.files().isEmpty()) {
            throw CommandException.nothingToRead(inputs, "");
        }
        Optional<MatchModel> given = givenModel(found.configuration());
        Decisions decisions = judgements.read(found.configuration(), console);
        ResolverSettings settings = found.configuration().resolver();
        if (onCluster) {
            return resolveOnCluster(found, Resolver.of(settings, modelOfCluster(given, decisions)), clock, started);
        }
        // Word lists, metadata and rules take a second to read, which one core has while the other reads the input.
        CompletableFuture<Resolver> start =
                CompletableFuture.supplyAsync(() -> Resolver.of(settings, given.orElseGet(MatchModel::shipped)));
        try (ResultDirectory result = ResultDirectory.prepare(output)) {
            List<SourceRecord> versions = new ArrayList<>();
            Inputs.Summary read;
            try (Progress progress = Progress.start(console, "read", OptionalLong.empty())) {
                read = found.read(result.file(BulkFiles.DEAD_LETTERS), "bulk", clock, version -> {
                    versions.add(version);
                    progress.step();
                });
            }
            phases.end("read");
            console.note("resolving " + versions.size() + " versions");
            try (VersionsFile written = VersionsFile.write(result.file(BulkFiles.RECORDS), versions)) {
                PreparedRecords prepared = PreparedRecords.of(versions, start.join(), decisions.byIdentifier());
                phases.end("standardise");
                Resolver resolver = start.join();
                if (given.isEmpty()) {
                    resolver = Resolver.of(settings, trainedModel(prepared, resolver));
                    phases.end("train");
                }
                BulkResult resolved = new BulkResolver(resolver, clock).resolve(prepared, decisions.judgements());
                phases.end("resolve");
                BulkFiles.writeModel(result.file(BulkFiles.MODEL), resolver.model());
                BulkFiles.writeAll(result, resolved);
                if (!decisions.isEmpty()) {
                    JudgementFile.write(result.file(BulkFiles.JUDGEMENTS), decisions);
                }
                new ReadInputs(resolver.digest().hex(), read.offsets()).write(result.file(BulkFiles.INPUTS));
                phases.end("write");
                PhoneNumbers phones = PhoneNumbers.of(prepared);
                BulkReport report = BulkReport.of(
                        resolved,
                        resolver,
                        read.records(),
                        read.deadLetters(),
                        written.join(),
                        phones.invalid(),
                        clock.instant(),
                        phases.millis(),
                        Duration.ofNanos(System.nanoTime() - started));
                report.writeJson(result.file(BulkFiles.REPORT_JSON));
                report.writeHtml(result.file(BulkFiles.REPORT_HTML));
                result.publish();
                say(report, result.target());
                if (phones.areOfAnotherRegion()) {
                    console.note(phones.invalid() + " of " + (phones.valid() + phones.invalid())
                            + " phone numbers have no country code and are not valid in the region "
                            + settings.defaultRegion() + ": if they are of another country, say so in ravel.yaml as"
                            + " resolution.region, and more records will match");
                }
            }
            return (read.deadLetters() == 0 ? ExitCode.OK : ExitCode.DEAD_LETTERS).code();
        }
    }

    private int resolveOnCluster(Inputs found, Resolver resolver, Clock clock, long started) throws IOException {
        try (ResultDirectory result = ResultDirectory.prepare(output)) {
            BulkReport report = new ClusterRun(resolver, console, clock).run(found, result, parallelism, started);
            result.publish();
            say(report, result.target());
            return (report.deadLetters() == 0 ? ExitCode.OK : ExitCode.DEAD_LETTERS).code();
        }
    }

    /** The model to resolve with on a cluster, which does less than resolving in memory; says what it does not. */
    private MatchModel modelOfCluster(Optional<MatchModel> given, Decisions decisions) {
        if (parallelism < 1) {
            throw new CommandException(ExitCode.USAGE, "--parallelism must be at least 1: " + parallelism);
        }
        if (!decisions.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE, "--on-cluster takes no judgements; resolve in memory, without --on-cluster");
        }
        return given.orElseThrow(() -> new CommandException(
                ExitCode.USAGE,
                "--on-cluster trains no model; give --model FILE, as ravel train writes it, or --model " + SHIPPED));
    }

    /** The model that the user named; empty if it is to be trained. */
    private Optional<MatchModel> givenModel(RavelConfiguration configuration) {
        if (model != null) {
            return Optional.of(model.equals(SHIPPED) ? MatchModel.shipped() : MatchModel.read(Path.of(model)));
        }
        return configuration.modelFile().isPresent() ? Optional.of(configuration.model()) : Optional.empty();
    }

    /** The model that the input teaches; the shipped one if that is too little. */
    private MatchModel trainedModel(PreparedRecords prepared, Resolver shipped) {
        ModelTrainer.Trained trained = new ModelTrainer(shipped).train(prepared, "trained");
        if (trained.isWellFounded()) {
            console.note(String.format(
                    Locale.ROOT,
                    "trained a model on the input: %,d random and %,d candidate pairs, of which about %,.0f are one"
                            + " customer",
                    trained.randomPairs(),
                    trained.candidatePairs(),
                    trained.expectedPairs()));
            return trained.model();
        }
        console.note(String.format(
                Locale.ROOT,
                "used the shipped model: about %,.0f pairs of one customer are too few to learn from",
                trained.expectedPairs()));
        return MatchModel.shipped();
    }

    private void say(BulkReport report, Path directory) {
        if (json) {
            console.print(Json.text(report.json()));
            return;
        }
        report.lines().forEach((name, value) -> console.print(name + ": " + value));
        console.print("result: " + directory);
        if (report.deadLetters() > 0) {
            console.note(
                    "what could not be read is in " + directory.resolve(BulkFiles.DEAD_LETTERS) + ", with the reasons");
        }
    }
}
