package dev.ravel.generator;

import dev.ravel.model.identity.RecordKey;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes what must become of the hard cases among generated customers. */
public final class ExpectationFile {
    private ExpectationFile() {}

    /**
     * Writes {@code scenario,instance,expectation,guard,records,description}: a row for each expectation of each instance
     * of a scenario, its records as {@code source:id}, separated by blanks.
     *
     * @param csv the file, which is replaced
     * @return how many rows were written
     */
    public static long write(CustomerGenerator customers, Path csv) throws IOException {
        TreeMap<Scenario, TreeMap<Integer, SortedSet<String>>> instances = new TreeMap<>();
        for (Iterator<GeneratedRecord> all = customers.stream().iterator(); all.hasNext(); ) {
            GeneratedRecord record = all.next();
            if (record.scenario() != Scenario.ORDINARY) {
                RecordKey key = record.version().key();
                instances
                        .computeIfAbsent(record.scenario(), scenario -> new TreeMap<>())
                        .computeIfAbsent(record.neighbourhood(), instance -> new TreeSet<>())
                        .add(key.source() + ':' + key.id());
            }
        }
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
            out.write("scenario,instance,expectation,guard,records,description\n");
            for (Map.Entry<Scenario, TreeMap<Integer, SortedSet<String>>> played : instances.entrySet()) {
                for (Map.Entry<Integer, SortedSet<String>> instance :
                        played.getValue().entrySet()) {
                    String rows = rows(played.getKey(), instance.getKey(), instance.getValue());
                    out.write(rows);
                    written += rows.lines().count();
                }
            }
        }
        return written;
    }

    private static String rows(Scenario scenario, int instance, SortedSet<String> records) {
        String guard = scenario.guard().map(Enum::name).orElse("");
        String description = '"' + scenario.description().replace("\"", "\"\"") + '"';
        return scenario.expectations().stream()
                .sorted()
                .map(expectation -> String.join(
                        ",",
                        scenario.name(),
                        Integer.toString(instance),
                        expectation.name(),
                        guard,
                        String.join(" ", records),
                        description + "\n"))
                .collect(Collectors.joining());
    }
}
