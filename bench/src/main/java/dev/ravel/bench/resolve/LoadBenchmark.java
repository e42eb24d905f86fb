package dev.ravel.bench.resolve;

import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Directories;
import dev.ravel.bench.measure.MeasuredProcess;
import dev.ravel.bench.measure.Row;
import dev.ravel.bench.measure.Scores;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.RecordFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast a bulk result comes into a new graph. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "ravel load of a bulk result into a new embedded graph, by Neo4j's importer beside transactions.",
            "From the start of the command to its end, the embedded server and the check of all entities included."
        })
public final class LoadBenchmark extends Benchmark {
    @Option(names = "--records", description = "generated records (default: ${DEFAULT-VALUE})")
    private int records = 100_000;

    @Option(names = "--heap", description = "gigabytes of heap (default: ${DEFAULT-VALUE})")
    private int heap = 6;

    @Option(names = "--no-transactions", description = "measure the import alone")
    private boolean importOnly;

    @Override
    protected List<Row> measure() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("ravel-bench");
        try {
            Path csv = directory.resolve("customers.csv");
            Path truth = directory.resolve("truth.csv");
            CustomerGenerator customers = CustomerGenerator.ofVersions(seed(), records);
            long written = RecordFiles.writeCsv(customers, csv);
            RecordFiles.writeTruth(customers, truth);
            ResolveRun resolved = ResolveRun.of(csv, directory.resolve("resolved"), heap);
            double f1 = Scores.f1(ResolveRun.entities(truth), resolved.entityOf());
            List<Row> rows = new ArrayList<>();
            MeasuredProcess imported = LoadRun.of(resolved.out(), directory.resolve("imported"), heap);
            if (importOnly) {
                rows.add(new Row("load, import", written / imported.seconds(), "records/s", "", Double.NaN, f1));
            } else {
                MeasuredProcess transactions =
                        LoadRun.of(resolved.out(), directory.resolve("transactions"), heap, "--through-transactions");
                rows.add(new Row(
                        "load, import",
                        written / imported.seconds(),
                        "records/s",
                        "transactions",
                        transactions.seconds() / imported.seconds(),
                        f1));
                addDetails(rows, "load, transactions", transactions);
            }
            addDetails(rows, "load, import", imported);
            return rows;
        } finally {
            Directories.delete(directory);
        }
    }

    private static void addDetails(List<Row> rows, String name, MeasuredProcess process) {
        rows.add(Row.of(name + ", wall", process.seconds(), "s"));
        rows.add(Row.of(name + ", processor", process.cpuSeconds(), "CPU-s"));
        rows.add(Row.of(name + ", peak resident memory of the command", process.peakGigabytes(), "GB"));
    }
}
