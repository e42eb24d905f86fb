package dev.ravel.bench;

import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.RecordFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** {@code ravel resolve} as a whole process: from the CSV on disk to all results on disk, start of the JVM counted. */
final class BulkBench {
    private static final String HEAP = "-Xmx8g";

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
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        HEAP,
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.ravel.launcher.Ravel",
                        "resolve",
                        csv.toString(),
                        "-o",
                        out.toString())
                .inheritIO()
                .start();
        double cpuSeconds = 0;
        // A process that has ended no longer tells its processor time, so it is read while it runs.
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            cpuSeconds = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("ravel resolve ended with exit code " + process.exitValue());
        }
        double f1 = Scores.f1(entities(truth), entities(out.resolve("entities.csv")));
        return List.of(
                new Row("bulk, " + written + " versions", written / seconds, "records/s", "", Double.NaN, f1),
                Row.of("bulk, wall", seconds, "s"),
                Row.of("bulk, processor", cpuSeconds, "CPU-s"));
    }

    /**
     * Reads {@code record_id,entity_id}, the record id being {@code source:id}, or {@code source,record_id,entity_id}. Keyed
     * by the id alone, which no two generated records share; ids of generated records need no quotes.
     */
    private static Map<String, String> entities(Path csv) throws IOException {
        Map<String, String> entities = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(csv)) {
            int columns = Objects.requireNonNull(lines.readLine()).split(",").length;
            String line = lines.readLine();
            while (line != null) {
                String[] values = line.split(",");
                String id = columns == 3 ? values[1] : values[0].substring(values[0].indexOf(':') + 1);
                entities.put(id, values[columns - 1]);
                line = lines.readLine();
            }
        }
        return entities;
    }
}
