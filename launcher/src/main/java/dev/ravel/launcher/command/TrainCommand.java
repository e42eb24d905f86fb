package dev.ravel.launcher.command;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.bulk.BulkFiles;
import dev.ravel.launcher.bulk.EntityFile;
import dev.ravel.launcher.bulk.ModelChart;
import dev.ravel.launcher.bulk.Phases;
import dev.ravel.launcher.bulk.ResultDirectory;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.wiring.Inputs;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.Labels;
import dev.ravel.resolver.bulk.ModelTrainer;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.scoring.MatchModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ravel train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a model on records, and draws it: how much each agreement weighs, and how the weights of the candidate"
                    + " pairs are spread.",
            "",
            "It needs no labels. A truth (--truth), or what stewards judged (--judgements, --graph-judgements), corrects"
                    + " what it learns. What the records cannot tell keeps the starting model's value and is named.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ravel train customers.csv -o model.json",
            "  ravel train customers.csv --truth truth.csv -o model.json",
            "  ravel train exports/ --graph-judgements -o model.json",
            "  ravel resolve customers.csv --model model.json -o resolved"
        })
public final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Files (JSON Lines or CSV) or directories of them.")
    private List<Path> inputs = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The model file; the chart goes beside it, with the ending .html.")
    private Path output = Path.of("");

    @Option(
            names = "--start",
            paramLabel = "FILE",
            description = "The model file to start from; without it the shipped model.")
    private @Nullable Path start;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Which records are one customer: a CSV file as ravel evaluate takes it.")
    private @Nullable Path truth;

    @Mixin
    private JudgementOptions judgements = new JudgementOptions();

    @Mixin
    private DataOptions options = new DataOptions();

    public TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Inputs found = Inputs.find(options.read(), inputs, console);
        if (found.files().isEmpty()) {
            throw CommandException.nothingToRead(inputs, "");
        }
        Optional<Labels> labels = labels(found.configuration());
        MatchModel from = start == null ? MatchModel.shipped() : MatchModel.read(start);
        Resolver resolver = Resolver.of(found.configuration().resolver(), from);
        Phases phases = new Phases();
        List<SourceRecord> versions = new ArrayList<>();
        Path letters = Files.createTempDirectory("ravel-train-");
        try {
            found.read(letters, "train", Clock.systemUTC(), versions::add);
        } finally {
            ResultDirectory.deleteTree(letters);
        }
        phases.end("read");
        String fileName = String.valueOf(output.getFileName());
        String name = fileName.endsWith(".json") ? fileName.substring(0, fileName.length() - 5) : fileName;
        PreparedRecords prepared = PreparedRecords.of(versions, resolver);
        phases.end("standardise");
        ModelTrainer trainer = new ModelTrainer(resolver);
        ModelTrainer.Trained trained =
                labels.isPresent() ? trainer.train(prepared, name, labels.get()) : trainer.train(prepared, name);
        phases.end("train");
        Path chart = output.resolveSibling(name + ".html");
        BulkFiles.writeModel(output, trained.model());
        ModelChart.write(chart, trained, from, resolver.settings());
        say(trained, chart);
        console.print("time: " + phases.text());
        return ExitCode.OK.code();
    }

    private Optional<Labels> labels(RavelConfiguration configuration) throws IOException {
        if (truth != null && judgements.given()) {
            throw new CommandException(
                    ExitCode.USAGE, "give a truth or judgements, not both: a truth says all that judgements could");
        }
        if (truth != null) {
            return Optional.of(new Labels.Truth(EntityFile.read(truth)));
        }
        return judgements.given()
                ? Optional.of(new Labels.Judged(
                        judgements.read(configuration, console).judgements()))
                : Optional.empty();
    }

    private void say(ModelTrainer.Trained trained, Path chart) {
        console.print(String.format(
                Locale.ROOT,
                "trained on %,d records: %,d random pairs, %,d candidate pairs, of which about %,.0f are one customer",
                trained.records(),
                trained.randomPairs(),
                trained.candidatePairs(),
                trained.expectedPairs()));
        if (trained.labelledPairs() > 0) {
            console.print(String.format(Locale.ROOT, "labels: %,d pairs", trained.labelledPairs()));
        }
        if (!trained.isWellFounded()) {
            console.note(
                    "that is too little to learn from: ravel resolve would rather use the model that this started from");
        }
        if (!trained.notEstimated().isEmpty()) {
            console.print("could not be estimated: " + String.join(", ", trained.notEstimated()));
        }
        console.print("model: " + output + ", digest " + trained.model().digest());
        console.print("chart: " + chart);
    }
}
