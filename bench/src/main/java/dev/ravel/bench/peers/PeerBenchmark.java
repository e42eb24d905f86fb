package dev.ravel.bench.peers;

import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Directories;
import dev.ravel.bench.measure.Row;
import dev.ravel.bench.measure.Scores;
import dev.ravel.resolver.evaluate.Accuracy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A peer and Ravel on each labelled set: accuracy and processor time of both. */
abstract class PeerBenchmark extends Benchmark {
    @Option(
            names = "--data",
            description = "folder of public labelled sets (default: ${DEFAULT-VALUE}); generated people without it")
    private Path data = Path.of("..", "shared", "data");

    @Option(
            names = "--records",
            description = "generated people, where there are no public sets (default: ${DEFAULT-VALUE})")
    private int records = 2_000;

    /** The peer. */
    abstract Peer peer();

    @Override
    protected List<Row> measure() throws IOException, InterruptedException {
        Peer peer = peer();
        Optional<String> missing = peer.missing();
        if (missing.isPresent()) {
            System.err.println(peer.name() + " skipped: " + missing.get());
            return List.of();
        }
        Path directory = Files.createTempDirectory("ravel-bench");
        try {
            List<LabelledSet> sets = LabelledSet.allIn(data);
            if (sets.isEmpty()) {
                System.err.println("no labelled sets in " + data + ": on generated people");
                sets = List.of(GeneratedSet.write(directory, seed(), records));
            }
            List<Row> rows = new ArrayList<>();
            for (LabelledSet set : sets) {
                Map<String, String> truth = set.entityOf();
                Peer.Outcome own = new RavelItself().resolve(set, directory);
                Peer.Outcome other = peer.resolve(set, directory);
                rows.addAll(rows(set, peer.name(), truth, own, other));
            }
            return rows;
        } finally {
            Directories.delete(directory);
        }
    }

    private static List<Row> rows(
            LabelledSet set, String peer, Map<String, String> truth, Peer.Outcome own, Peer.Outcome other) {
        List<Row> rows = new ArrayList<>();
        Accuracy ownAccuracy = Scores.pairwise(truth, own.entityOf());
        Accuracy otherAccuracy = Scores.pairwise(truth, other.entityOf());
        rows.add(new Row(
                "ravel, " + set.name() + ", processor",
                own.process().cpuSeconds(),
                "CPU-s",
                peer,
                other.process().cpuSeconds() / own.process().cpuSeconds(),
                ownAccuracy.f1()));
        addAccuracy(rows, "ravel, " + set.name(), ownAccuracy);
        String name = peer + ", " + set.name();
        rows.add(new Row(
                name + ", processor", other.process().cpuSeconds(), "CPU-s", "", Double.NaN, otherAccuracy.f1()));
        addAccuracy(rows, name, otherAccuracy);
        rows.add(Row.of(
                String.format(Locale.ROOT, "%s, the best threshold, chosen by the truth", name),
                other.threshold(),
                ""));
        return rows;
    }

    private static void addAccuracy(List<Row> rows, String name, Accuracy accuracy) {
        rows.add(Row.of(name + ", precision", accuracy.precision(), ""));
        rows.add(Row.of(name + ", recall", accuracy.recall(), ""));
    }
}
