package dev.ravel.bench;

import dev.ravel.bench.measure.Directories;
import dev.ravel.bench.measure.MeasuredProcess;
import dev.ravel.bench.measure.Row;
import dev.ravel.bench.measure.Scores;
import dev.ravel.bench.resolve.ResolveRun;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.RecordFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ravel resolve} as a whole process: from the CSV on disk to all results on disk, start of the JVM counted. */
final class BulkBench {
    private static final int HEAP_GIGABYTES = 8;

    private final int records;
    private final long seed;

    BulkBench(int records, long seed) {
        this.records = records;
        this.seed = seed;
    }

    List<Row> run() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("ravel-bench");
        try {
            Path csv = directory.resolve("people.csv");
            Path truth = directory.resolve("truth.csv");
            CustomerGenerator customers = CustomerGenerator.ofVersions(seed, records);
            long written = RecordFiles.writeCsv(customers, csv);
            RecordFiles.writeTruth(customers, truth);
            System.err.println(written + " versions in " + csv);
            return measure(written, csv, truth, directory.resolve("resolved"));
        } finally {
            Directories.delete(directory);
        }
    }

    private static List<Row> measure(long written, Path csv, Path truth, Path out)
            throws IOException, InterruptedException {
        ResolveRun run = ResolveRun.of(csv, out, HEAP_GIGABYTES);
        MeasuredProcess process = run.process();
        double f1 = Scores.f1(ResolveRun.entities(truth), run.entityOf());
        long pairs = run.pairs();
        return List.of(
                new Row("bulk, " + written + " versions", written / process.seconds(), "records/s", "", Double.NaN, f1),
                Row.of("bulk, wall", process.seconds(), "s"),
                Row.of("bulk, processor", process.cpuSeconds(), "CPU-s"),
                Row.of("bulk, records of a second of processor", written / process.cpuSeconds(), "records/CPU-s"),
                Row.of("bulk, pairs scored", (double) pairs, "pairs"),
                Row.of("bulk, pairs of a second", pairs / process.seconds(), "pairs/s"),
                Row.of("bulk, peak resident memory", process.peakGigabytes(), "GB"));
    }
}
