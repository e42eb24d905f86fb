package dev.ravel.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.RecordFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** {@code ravel resolve} as a whole process: from the CSV on disk to all results on disk, start of the JVM counted. */
final class BulkBench {
    /** As {@code ravel} starts it, with a heap of fixed size, so that machines compare. */
    private static final List<String> JVM = List.of("-Xms8g", "-Xmx8g", "-XX:MetaspaceSize=128m", "-XX:+UseParallelGC");

    /** What else {@code ravel resolve} asks of the JVM, which {@code ravel bench} names. */
    private static final String OPTIONS_FILE = "ravel.resolve-options";

    private static final ObjectMapper JSON = new ObjectMapper();

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
        Process process = new ProcessBuilder(command(csv, out)).inheritIO().start();
        double cpuSeconds = 0;
        double peakGigabytes = Double.NaN;
        // A process that has ended no longer tells its processor time and memory, so they are read while it runs.
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            cpuSeconds = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
            peakGigabytes = PeakMemory.gigabytes(process.pid()).orElse(peakGigabytes);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("ravel resolve ended with exit code " + process.exitValue());
        }
        double f1 = Scores.f1(entities(truth), entities(out.resolve("entities.csv")));
        double pairs = JSON.readTree(out.resolve("report.json").toFile())
                .path("candidatePairs")
                .asDouble();
        return List.of(
                new Row("bulk, " + written + " versions", written / seconds, "records/s", "", Double.NaN, f1),
                Row.of("bulk, wall", seconds, "s"),
                Row.of("bulk, processor", cpuSeconds, "CPU-s"),
                Row.of("bulk, records of a second of processor", written / cpuSeconds, "records/CPU-s"),
                Row.of("bulk, pairs scored", pairs, "pairs"),
                Row.of("bulk, pairs of a second", pairs / seconds, "pairs/s"),
                Row.of("bulk, peak resident memory", peakGigabytes, "GB"));
    }

    private static List<String> command(Path csv, Path out) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(JVM);
        command.add("@" + Objects.requireNonNull(System.getProperty(OPTIONS_FILE), "ravel bench sets " + OPTIONS_FILE));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.ravel.launcher.Ravel"));
        command.addAll(List.of("resolve", csv.toString(), "-o", out.toString()));
        return command;
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
