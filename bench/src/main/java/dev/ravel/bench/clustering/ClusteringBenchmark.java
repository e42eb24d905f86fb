package dev.ravel.bench.clustering;

import dev.ravel.bench.clustering.PairGraph.Pair;
import dev.ravel.bench.labelled.LabelledSet;
import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Directories;
import dev.ravel.bench.measure.Row;
import dev.ravel.launcher.console.Console;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.ModelTrainer;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.evaluate.Accuracy;
import dev.ravel.resolver.region.CandidatePairs;
import dev.ravel.resolver.scoring.MatchModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What other clusterings make of the pairs that were scored, and what the shipped one makes of them. */
@Command(
        name = "clustering",
        mixinStandardHelpOptions = true,
        description = {
            "Other clusterings of the same scored pairs, beside the shipped one with its guards.",
            "A set is a folder with truth.csv and records.csv, jsonl/ or records/. About two minutes."
        })
public final class ClusteringBenchmark extends Benchmark {
    @Option(
            names = "--data",
            split = ",",
            description = "sets, and folders of sets, with a comma between (default: ${DEFAULT-VALUE})")
    private List<Path> data = List.of(Path.of("../shared/data"));

    @Option(
            names = "--match-weights",
            split = ",",
            description = "log2 of the odds from which on pairs link, beside the shipped one (default: none)")
    private List<Double> matchWeights = List.of();

    @Override
    protected List<Row> measure() throws IOException {
        List<Row> rows = new ArrayList<>();
        Path scratch = Files.createTempDirectory("ravel-bench");
        try {
            for (Path folder : LabelledSet.in(data)) {
                Console.system().note(String.valueOf(folder.getFileName()));
                measure(LabelledSet.read(folder, scratch.resolve(folder.getFileName())), rows);
            }
        } finally {
            Directories.delete(scratch);
        }
        return rows;
    }

    private void measure(LabelledSet set, List<Row> rows) {
        Resolver shipped = Resolver.of(set.settings(), MatchModel.shipped());
        PreparedRecords prepared = PreparedRecords.of(set.versions(), shipped);
        ModelTrainer.Trained trained = new ModelTrainer(shipped).train(prepared, "trained");
        Resolver resolver =
                Resolver.of(set.settings(), trained.isWellFounded() ? trained.model() : MatchModel.shipped());
        List<RecordKey> records = new ArrayList<>();
        PairGraph graph = score(set, prepared, resolver, records);
        double own = set.settings().matchWeight();
        List<Double> weights = new ArrayList<>(List.of(own));
        weights.addAll(matchWeights);
        for (Clustering clustering : Clustering.values()) {
            for (double weight : weights) {
                Accuracy accuracy = set.accuracy(parts(clustering.clusters(graph, weight), records));
                rows.add(row(set.name() + ", " + clustering + " at " + weight, accuracy));
            }
        }
        List<Entity> entities = new BulkResolver(resolver, Clock.systemUTC())
                .resolve(prepared, List.of())
                .entities();
        rows.add(row(
                set.name() + ", shipped at " + own,
                set.accuracy(entities.stream().map(Entity::records).toList())));
    }

    /** All candidate pairs with their weights; the records by their numbers are added to the list. */
    private static PairGraph score(
            LabelledSet set, PreparedRecords prepared, Resolver resolver, List<RecordKey> records) {
        Map<RecordKey, LiveRecord> live = new TreeMap<>();
        set.versions().forEach(version -> {
            Optional<LiveRecord> found = prepared.live(version.key());
            found.ifPresent(record -> live.put(version.key(), record));
        });
        Map<RecordKey, Integer> numbers = new TreeMap<>();
        live.keySet().forEach(key -> {
            numbers.put(key, records.size());
            records.add(key);
        });
        List<Pair> pairs = new ArrayList<>();
        CandidatePairs.within(
                live.values(),
                (a, b) -> pairs.add(new Pair(
                        numbers.getOrDefault(a.key(), -1),
                        numbers.getOrDefault(b.key(), -1),
                        resolver.scorer().score(a, b, resolver.model()))));
        return new PairGraph(records.size(), pairs);
    }

    private static Collection<List<RecordKey>> parts(int[] clusters, List<RecordKey> records) {
        Map<Integer, List<RecordKey>> parts = new TreeMap<>();
        for (int i = 0; i < clusters.length; i++) {
            parts.computeIfAbsent(clusters[i], cluster -> new ArrayList<>()).add(records.get(i));
        }
        return parts.values();
    }

    private static Row row(String name, Accuracy accuracy) {
        return new Row(name, accuracy.precision(), "precision", "recall", accuracy.recall(), accuracy.f1());
    }
}
