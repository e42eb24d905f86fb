package dev.ravel.bench.resolve;

import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Directories;
import dev.ravel.bench.measure.MeasuredProcess;
import dev.ravel.bench.measure.Row;
import dev.ravel.bench.measure.Scores;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.RecordFiles;
import dev.ravel.resolver.evaluate.Accuracy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether the cost of a record stays what it is while there are more of them. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description = {
            "ravel resolve as a process on more and more generated customers, each size beside the one before.",
            "About four minutes up to a million records."
        })
public final class GrowthBenchmark extends Benchmark {
    @Option(
            names = "--records",
            split = ",",
            description = "numbers of records, ascending (default: ${DEFAULT-VALUE})",
            defaultValue = "10000,30000,100000,300000,1000000")
    private List<Integer> sizes = List.of();

    @Option(names = "--heap", description = "gigabytes of heap (default: ${DEFAULT-VALUE})")
    private int heap = 8;

    @Override
    protected List<Row> measure() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        double before = Double.NaN;
        String sizeBefore = "";
        for (int size : sizes) {
            Path directory = Files.createTempDirectory("ravel-bench");
            try {
                Path csv = directory.resolve("people.csv");
                Path truth = directory.resolve("truth.csv");
                CustomerGenerator customers = CustomerGenerator.ofVersions(seed(), size);
                long written = RecordFiles.writeCsv(customers, csv);
                RecordFiles.writeTruth(customers, truth);
                ResolveRun run = ResolveRun.of(csv, directory.resolve("resolved"), heap);
                MeasuredProcess process = run.process();
                Accuracy accuracy = Scores.pairwise(ResolveRun.entities(truth), run.entityOf());
                double each = process.cpuSeconds() * 1e6 / written;
                String name = "growth, " + written + " versions";
                rows.add(new Row(name, each, "CPU-µs/record", sizeBefore, each / before, accuracy.f1()));
                rows.add(Row.of(name + ", processor", process.cpuSeconds(), "CPU-s"));
                rows.add(Row.of(name + ", wall", process.seconds(), "s"));
                rows.add(Row.of(name + ", pairs of a record", (double) run.pairs() / written, "pairs/record"));
                rows.add(Row.of(name + ", peak resident memory", process.peakGigabytes(), "GB"));
                before = each;
                sizeBefore = written + " versions";
            } finally {
                Directories.delete(directory);
            }
        }
        return rows;
    }
}
