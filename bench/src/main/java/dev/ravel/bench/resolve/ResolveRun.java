package dev.ravel.bench.resolve;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ravel.bench.measure.MeasuredProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One run of {@code ravel resolve}, without configuration.
 *
 * @param process what it took
 * @param out the directory of its results
 */
public record ResolveRun(MeasuredProcess process, Path out) {
    /** As {@code ravel} starts it, with a heap of fixed size, so that machines compare. */
    private static final List<String> JVM = List.of("-XX:MetaspaceSize=128m", "-XX:+UseParallelGC");

    /** What else {@code ravel resolve} asks of the JVM: a file that {@code ravel bench} names; tests do without. */
    private static final String OPTIONS_FILE = "ravel.resolve-options";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Resolves a file.
     *
     * @param heapGigabytes the heap, which does not grow
     */
    public static ResolveRun of(Path input, Path out, int heapGigabytes) throws IOException, InterruptedException {
        return of(input, out, heapGigabytes, List.of());
    }

    /**
     * The same with more arguments of the command.
     *
     * @param heapGigabytes the heap, which does not grow
     */
    public static ResolveRun of(Path input, Path out, int heapGigabytes, List<String> more)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(JVM);
        options.add("-Xms" + heapGigabytes + "g");
        options.add("-Xmx" + heapGigabytes + "g");
        String file = System.getProperty(OPTIONS_FILE);
        if (file != null) {
            options.add("@" + file);
        }
        List<String> arguments = new ArrayList<>(List.of("resolve", input.toString(), "-o", out.toString()));
        arguments.addAll(more);
        return new ResolveRun(
                MeasuredProcess.run(MeasuredProcess.java(options, "dev.ravel.launcher.Ravel", arguments)), out);
    }

    /** How many pairs it scored. */
    public long pairs() throws IOException {
        return JSON.readTree(out.resolve("report.json").toFile())
                .path("candidatePairs")
                .asLong();
    }

    /** The entity of each record, by the record's id alone: no two of generated records share one. */
    public Map<String, String> entityOf() throws IOException {
        return entities(out.resolve("entities.csv"));
    }

    /**
     * Reads {@code record_id,entity_id}, the record id being {@code source:id} or an id alone, or {@code
     * source,record_id,entity_id}. Ids need no quotes.
     */
    public static Map<String, String> entities(Path csv) throws IOException {
        Map<String, String> entityOf = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(csv)) {
            int columns = Objects.requireNonNull(lines.readLine()).split(",").length;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] values = line.split(",");
                String id = columns == 3 ? values[1] : values[0].substring(values[0].indexOf(':') + 1);
                entityOf.put(id, values[columns - 1]);
            }
        }
        return entityOf;
    }
}
