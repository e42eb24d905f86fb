package dev.ravel.bench.thresholds;

import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Directories;
import dev.ravel.bench.measure.Row;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.launcher.bulk.EntityFile;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.wiring.Inputs;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.bulk.ModelTrainer;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.evaluate.Accuracy;
import dev.ravel.resolver.evaluate.EntityAssignments;
import dev.ravel.resolver.evaluate.Evaluation;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
            "A set is a folder with truth.csv and records.csv, or jsonl/ in its place. About four minutes."
        })
public final class ThresholdsBenchmark extends Benchmark {
    private final Clock clock = Clock.systemUTC();

    @Option(names = "--data", description = "the folder of the sets (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("../shared/data");

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
            for (Path set : sets()) {
                measure(set, scratch.resolve(String.valueOf(set.getFileName())), grid, rows);
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

    private List<Path> sets() throws IOException {
        try (Stream<Path> folders = Files.list(data)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("truth.csv")))
                    .sorted()
                    .toList();
        }
    }

    private void measure(Path set, Path scratch, ChoiceGrid grid, List<Row> rows) throws IOException {
        String name = String.valueOf(set.getFileName());
        Console.system().note(name);
        Path lines = set.resolve("jsonl");
        RavelConfiguration configuration = RavelConfiguration.defaults().withDataDirectory(scratch);
        Inputs inputs = Inputs.find(
                configuration,
                List.of(Files.isDirectory(lines) ? lines : set.resolve("records.csv")),
                Console.system());
        List<SourceRecord> versions = new ArrayList<>();
        inputs.read(scratch.resolve("dead-letters"), "bench", clock, versions::add);
        EntityAssignments truth = EntityFile.read(set.resolve("truth.csv"));
        ResolverSettings settings = inputs.configuration().resolver();
        PreparedRecords prepared = PreparedRecords.of(versions, Resolver.of(settings, MatchModel.shipped()));
        for (int prior : priors) {
            MatchModel model = model(prepared, settings, Math.pow(2, prior));
            for (int matchWeight : matchWeights) {
                Resolver resolver = Resolver.of(accepting(settings, matchWeight), model);
                Accuracy found = accuracy(truth, new BulkResolver(resolver, clock).resolve(prepared, List.of()));
                Choice choice = new Choice(prior, matchWeight);
                grid.put(choice, name, found.f1());
                rows.add(new Row(name + ", " + choice, found.precision(), "precision", "", Double.NaN, found.f1()));
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
                shipped.frequencies());
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
                settings.sourceTrust());
    }

    private static Accuracy accuracy(EntityAssignments truth, BulkResult result) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Entity entity : result.entities()) {
            for (RecordKey record : entity.records()) {
                rows.add(Map.of(
                        EntityAssignments.SOURCE,
                        record.source(),
                        EntityAssignments.RECORD_ID,
                        record.id(),
                        EntityAssignments.ENTITY_ID,
                        entity.id().value()));
            }
        }
        return Evaluation.of(truth, EntityAssignments.read("the result", rows), 0)
                .pairwise();
    }
}
