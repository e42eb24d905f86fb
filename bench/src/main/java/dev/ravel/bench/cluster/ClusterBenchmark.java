package dev.ravel.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.Directories;
import dev.ravel.bench.measure.MeasuredProcess;
import dev.ravel.bench.measure.Row;
import dev.ravel.bench.measure.Scores;
import dev.ravel.bench.resolve.ResolveRun;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.RecordFiles;
import dev.ravel.ingest.batch.BatchPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the batch job costs beside the engine in memory, and what it shuffles. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = {
            "The batch job on a Flink mini-cluster beside ravel resolve: the same input, model and partition.",
            "Each a process of its own, from files on disk to results on disk, with the shipped model."
        })
public final class ClusterBenchmark extends Benchmark {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What Flink appends to the name of a step for one of its tasks. */
    private static final Pattern TASK = Pattern.compile(" \\(\\d+/\\d+\\)#\\d+$");

    @Option(names = "--records", description = "generated versions (default: ${DEFAULT-VALUE})")
    private int records = 100_000;

    @Option(
            names = "--parallelism",
            split = ",",
            description = "tasks of each kind, one run for each (default: ${DEFAULT-VALUE})")
    private int[] parallelisms = {1, 2};

    @Option(
            names = "--rounds",
            description = "shuffle rounds before one task joins what is left (default: ${DEFAULT-VALUE})")
    private int rounds = BatchPlan.USUAL_ROUNDS;

    @Option(names = "--heap", description = "gigabytes of heap of each process (default: ${DEFAULT-VALUE})")
    private int heap = 3;

    @Override
    protected List<Row> measure() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("ravel-bench");
        try {
            Path input = Files.createDirectory(directory.resolve("input"));
            Path truth = directory.resolve("truth.csv");
            CustomerGenerator generator = CustomerGenerator.ofVersions(seed(), records);
            long written = RecordFiles.writeJsonLines(generator, input);
            RecordFiles.writeTruth(generator, truth);
            ResolveRun memory = ResolveRun.of(input, directory.resolve("memory"), heap, List.of("--model", "shipped"));
            Map<String, String> customers = ResolveRun.entities(truth);
            List<Row> rows = new ArrayList<>();
            String name = "in memory, " + written + " versions";
            rows.add(new Row(
                    name,
                    written / memory.process().seconds(),
                    "records/s",
                    "",
                    Double.NaN,
                    Scores.f1(customers, memory.entityOf())));
            addProcess(rows, name, memory.process(), memory.process());
            rows.add(Row.of(name + ", pairs scored", (double) memory.pairs(), "pairs"));
            for (int parallelism : parallelisms) {
                addCluster(rows, directory, written, parallelism, memory, customers);
            }
            return rows;
        } finally {
            Directories.delete(directory);
        }
    }

    private void addCluster(
            List<Row> rows,
            Path directory,
            long written,
            int parallelism,
            ResolveRun memory,
            Map<String, String> customers)
            throws IOException, InterruptedException {
        Path out = directory.resolve("cluster-" + parallelism);
        Path figures = directory.resolve("figures-" + parallelism + ".json");
        MeasuredProcess process = MeasuredProcess.run(MeasuredProcess.java(
                List.of("-XX:+UseParallelGC", "-Xms" + heap + "g", "-Xmx" + heap + "g"),
                BatchProcess.class.getName(),
                List.of(
                        directory.resolve("input").toString(),
                        out.toString(),
                        Integer.toString(parallelism),
                        Integer.toString(rounds),
                        figures.toString())));
        Map<String, String> entityOf = entityOf(out);
        JsonNode report = JSON.readTree(figures.toFile());
        String name = "cluster, parallelism " + parallelism;
        rows.add(new Row(
                name,
                written / process.seconds(),
                "records/s",
                "in memory",
                memory.process().seconds() / process.seconds(),
                Scores.f1(customers, entityOf)));
        addProcess(rows, name, process, memory.process());
        rows.add(Row.of(name + ", pairs scored", report.path("candidatePairs").asDouble(), "pairs"));
        rows.add(Row.of(name + ", records elsewhere than in memory", elsewhere(memory.entityOf(), entityOf), ""));
        rows.add(Row.of(
                name + ", residue after the rounds", report.path("residue").asDouble(), "edges"));
        SortedMap<String, Double> messages = overTasks(report.path("shuffledMessages"));
        SortedMap<String, Double> bytes = overTasks(report.path("shuffledBytes"));
        bytes.forEach((step, shuffled) -> {
            rows.add(Row.of(name + ", shuffled to " + step, shuffled / MEBIBYTE, "MiB"));
            rows.add(Row.of(name + ", messages to " + step, messages.getOrDefault(step, 0.0), ""));
        });
        double all = bytes.values().stream().mapToDouble(Double::doubleValue).sum();
        rows.add(Row.of(name + ", shuffled in all", all / MEBIBYTE, "MiB"));
    }

    /** The sums of the tasks of each step. */
    private static SortedMap<String, Double> overTasks(JsonNode figures) {
        SortedMap<String, Double> sums = new TreeMap<>();
        figures.properties()
                .forEach(figure -> sums.merge(
                        TASK.matcher(figure.getKey()).replaceFirst(""),
                        figure.getValue().asDouble(),
                        Double::sum));
        return sums;
    }

    private static void addProcess(List<Row> rows, String name, MeasuredProcess process, MeasuredProcess memory) {
        rows.add(Row.of(name + ", wall", process.seconds(), "s"));
        rows.add(new Row(
                name + ", processor",
                process.cpuSeconds(),
                "CPU-s",
                process == memory ? "" : "in memory",
                process == memory ? Double.NaN : process.cpuSeconds() / memory.cpuSeconds(),
                Double.NaN));
        rows.add(Row.of(name + ", peak resident memory", process.peakGigabytes(), "GB"));
    }

    private static Map<String, String> entityOf(Path out) throws IOException {
        List<Path> parts;
        try (Stream<Path> files = Files.list(out)) {
            parts = files.filter(file -> String.valueOf(file.getFileName()).startsWith("entities-"))
                    .toList();
        }
        Map<String, String> entityOf = new HashMap<>();
        for (Path part : parts) {
            entityOf.putAll(ResolveRun.entities(part));
        }
        return entityOf;
    }

    /** How many records have another entity id: ids of new entities follow from their records. */
    private static double elsewhere(Map<String, String> one, Map<String, String> other) {
        long different = one.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(other.get(entry.getKey())))
                .count();
        return different + Math.abs(one.size() - other.size());
    }
}
