package dev.ravel.bench.resolve;

import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Directories;
import dev.ravel.bench.measure.MeasuredProcess;
import dev.ravel.bench.measure.Row;
import dev.ravel.bench.measure.Scores;
import dev.ravel.resolver.evaluate.Accuracy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rows that have identifiers and nothing else: the identity graph that others build with SQL. */
@Command(
        name = "identifiers",
        mixinStandardHelpOptions = true,
        description = {
            "ravel resolve as a process on rows of deterministic identifiers only.",
            "About half a minute for each million rows, and 1.2 GB of heap."
        })
public final class IdentifiersBenchmark extends Benchmark {
    @Option(names = "--records", description = "rows (default: ${DEFAULT-VALUE})")
    private long records = 1_000_000;

    @Option(names = "--heap", description = "gigabytes of heap (default: ${DEFAULT-VALUE})")
    private int heap = 8;

    @Override
    protected List<Row> measure() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("ravel-bench");
        try {
            Path csv = directory.resolve("rows.csv");
            Path truth = directory.resolve("truth.csv");
            IdentifierRows.write(seed(), records, csv, truth);
            ResolveRun run = ResolveRun.of(csv, directory.resolve("resolved"), heap);
            Accuracy accuracy = Scores.pairwise(ResolveRun.entities(truth), run.entityOf());
            MeasuredProcess process = run.process();
            String name = "identifiers, " + records + " rows";
            return List.of(
                    new Row(name, records / process.seconds(), "records/s", "", Double.NaN, accuracy.f1()),
                    Row.of(name + ", wall", process.seconds(), "s"),
                    Row.of(name + ", processor", process.cpuSeconds(), "CPU-s"),
                    Row.of(
                            name + ", records of a second of processor",
                            records / process.cpuSeconds(),
                            "records/CPU-s"),
                    Row.of(name + ", pairs scored", (double) run.pairs(), "pairs"),
                    Row.of(name + ", peak resident memory", process.peakGigabytes(), "GB"),
                    Row.of(name + ", precision", accuracy.precision(), ""),
                    Row.of(name + ", recall", accuracy.recall(), ""));
        } finally {
            Directories.delete(directory);
        }
    }
}
