package dev.ravel.bench.thresholds;

import dev.ravel.bench.labelled.LabelledSet;
import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Directories;
import dev.ravel.bench.measure.Row;
import dev.ravel.launcher.console.Console;
import dev.ravel.model.entity.Entity;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.ModelTrainer;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.evaluate.Accuracy;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.scoring.ModelOrigin;
import dev.ravel.resolver.settings.ResolverSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The pairwise F1 of labelled sets, resolved without configuration, under several priors and thresholds; and for each set
 * the F1 under the choice that the other sets alone would have made.
 */
@Command(
        name = "thresholds",
        mixinStandardHelpOptions = true,
        description = {
            "Labelled sets under several priors and thresholds, and each under the choice of the others.",
            "A set is a folder with truth.csv and records.csv, jsonl/ or records/. About a minute."
        })
public final class ThresholdsBenchmark extends Benchmark {
    private final Clock clock = Clock.systemUTC();

    @Option(
            names = "--data",
            split = ",",
            description = "sets, and folders of sets, with a comma between (default: ${DEFAULT-VALUE})")
    private List<Path> data = List.of(Path.of("../shared/data"));

    @Option(
            names = "--priors",
            split = ",",
            description = "log2 of the probability that two records are one customer (default: ${DEFAULT-VALUE})")
    private List<Integer> priors = List.of(-15, -13);

    @Option(
            names = "--match-weights",
            split = ",",
            description = "log2 of the odds from which on pairs are accepted (default: ${DEFAULT-VALUE})")
    private List<Integer> matchWeights = List.of(4, 3, 5, 6, 8);

    @Override
    protected List<Row> measure() throws IOException {
        ChoiceGrid grid = new ChoiceGrid();
        List<Row> rows = new ArrayList<>();
        Path scratch = Files.createTempDirectory("ravel-bench");
        try {
            for (Path folder : LabelledSet.in(data)) {
                Console.system().note(String.valueOf(folder.getFileName()));
                measure(LabelledSet.read(folder, scratch.resolve(folder.getFileName())), grid, rows);
            }
        } finally {
            Directories.delete(scratch);
        }
        Choice first = new Choice(priors.get(0), matchWeights.get(0));
        for (String set : grid.sets()) {
            Choice blind = grid.withoutLookingAt(set);
            double reached = grid.f1(blind, set);
            rows.add(new Row(
                    set + ", chosen by the others: " + blind,
                    blind.matchWeight(),
                    "match weight",
                    first.toString(),
                    reached / grid.f1(first, set),
                    reached));
        }
        return rows;
    }

    private void measure(LabelledSet set, ChoiceGrid grid, List<Row> rows) {
        ResolverSettings settings = set.settings();
        PreparedRecords prepared = PreparedRecords.of(set.versions(), Resolver.of(settings, MatchModel.shipped()));
        for (int prior : priors) {
            MatchModel model = model(prepared, settings, Math.pow(2, prior));
            for (int matchWeight : matchWeights) {
                Resolver resolver = Resolver.of(accepting(settings, matchWeight), model);
                Accuracy found = set.accuracy(new BulkResolver(resolver, clock)
                        .resolve(prepared, List.of()).entities().stream()
                                .map(Entity::records)
                                .toList());
                Choice choice = new Choice(prior, matchWeight);
                grid.put(choice, set.name(), found.f1());
                rows.add(new Row(
                        set.name() + ", " + choice, found.precision(), "precision", "", Double.NaN, found.f1()));
            }
        }
    }

    /** What ravel resolve would weigh by: trained from this prior if there is enough to learn from. */
    private static MatchModel model(PreparedRecords prepared, ResolverSettings settings, double prior) {
        MatchModel shipped = MatchModel.shipped();
        MatchModel start = MatchModel.of(
                shipped.name(),
                shipped.version(),
                shipped.description(),
                shipped.parameters().withPrior(prior),
                shipped.frequencies(),
                shipped.blocking(),
                ModelOrigin.UNKNOWN);
        ModelTrainer.Trained trained = new ModelTrainer(Resolver.of(settings, start)).train(prepared, "trained");
        return trained.isWellFounded() ? trained.model() : start;
    }

    private static ResolverSettings accepting(ResolverSettings settings, double matchWeight) {
        double doubtful = settings.matchWeight() - settings.reviewWeight();
        return new ResolverSettings(
                settings.tenant(),
                settings.defaultRegion(),
                settings.zone(),
                matchWeight,
                matchWeight - doubtful,
                settings.weakBridgeMargin(),
                settings.maxEntityRecords(),
                settings.blockCap(),
                settings.identifierCandidateCap(),
                settings.identifiers(),
                settings.suppressedValues(),
                settings.sources());
    }
}
