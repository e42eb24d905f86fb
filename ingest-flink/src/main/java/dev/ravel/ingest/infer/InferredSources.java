package dev.ravel.ingest.infer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ravel.configuration.ConfigurationReader;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.configuration.SourceWriter;
import dev.ravel.configuration.source.InputFormat;
import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.configuration.source.SourceConfiguration;
import dev.ravel.ingest.input.FramedStream;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.InputFiles;
import dev.ravel.ingest.input.InputOpener;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.ingest.input.StoredInput;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Completes a configuration with inferred sources for the files that it says nothing about. What is inferred is saved in
 * {@code inferred.yaml} of the data directory and used again as long as it fits the file's columns.
 */
public final class InferredSources {
    private static final int SAMPLE_RECORDS = 100;
    private static final String FILE = "inferred.yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    private InferredSources() {}

    /**
     * The configuration with a source for every one of these inputs that needs one.
     *
     * @param inputs files and directories
     * @param notes is told what was inferred, a few lines a file
     */
    public static RavelConfiguration complete(
            RavelConfiguration configuration, List<Path> inputs, Consumer<String> notes) throws IOException {
        Path saved = configuration.dataDirectory().resolve(FILE);
        Map<String, SourceConfiguration> known = new TreeMap<>(load(saved));
        Map<String, SourceConfiguration> used = new TreeMap<>();
        boolean changed = false;
        for (Path file : InputFiles.expand(inputs, name -> isOwned(configuration, name))) {
            StoredInput stored = StoredInput.of(file);
            if (isOwned(configuration, stored.fileName())) {
                continue;
            }
            Optional<List<String>> columns = columnsToMap(stored);
            if (columns.isEmpty()) {
                continue;
            }
            String name = MappingInference.sourceName(stored.fileName());
            SourceConfiguration earlier = known.get(name);
            if (earlier != null && fits(earlier, stored.fileName(), columns.get())) {
                notes.accept(stored.fileName() + ": read as " + saved + " says");
                used.put(name, earlier);
                continue;
            }
            RecordMapping mapping = MappingInference.infer(columns.get());
            if (mapping.attributes().isEmpty()) {
                notes.accept(stored.fileName() + ": no column has a known meaning; map its columns in ravel.yaml: "
                        + columns.get());
                continue;
            }
            SourceConfiguration inferred = SourceConfiguration.of(
                    name, List.of(stored.fileName()), configuration.resolver().zone(), mapping);
            notes.accept(describe(stored.fileName(), mapping));
            known.put(name, inferred);
            used.put(name, inferred);
            changed = true;
        }
        if (changed) {
            Files.createDirectories(configuration.dataDirectory());
            Files.writeString(saved, SourceWriter.write(known.values()));
            notes.accept("saved in " + saved + "; copy it into ravel.yaml to change it");
        }
        return used.isEmpty() ? configuration : configuration.withSources(used);
    }

    private static boolean isOwned(RavelConfiguration configuration, String fileName) {
        return configuration.sources().values().stream().anyMatch(source -> source.owns(fileName));
    }

    private static Map<String, SourceConfiguration> load(Path saved) {
        return Files.exists(saved) ? ConfigurationReader.read(saved, Map.of()).sources() : Map.of();
    }

    /** The columns of a file that does not say itself what they mean. */
    private static Optional<List<String>> columnsToMap(StoredInput file) throws IOException {
        Input input = InputOpener.describe(file, Optional.empty());
        if (input.format() == InputFormat.CSV) {
            return Optional.of(input.columns());
        }
        Set<String> members = new LinkedHashSet<>();
        Charset charset = Charset.forName(input.encoding());
        try (FramedStream stream = new FramedStream(input, file.open(input.start()), input.start())) {
            RawRecord raw = stream.next();
            for (int i = 0; i < SAMPLE_RECORDS && raw != null && !raw.isEnd(); i++) {
                addMembers(new String(raw.bytes(), charset), members);
                raw = stream.next();
            }
        }
        boolean canonical = members.containsAll(Set.of("source", "id"))
                && (members.contains("attributes") || members.contains("deleted"));
        boolean senzing = members.containsAll(Set.of("DATA_SOURCE", "RECORD_ID"));
        return canonical || senzing || members.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(members));
    }

    private static void addMembers(String line, Set<String> members) {
        try {
            JsonNode root = JSON.readTree(line);
            root.fieldNames().forEachRemaining(members::add);
        } catch (JsonProcessingException e) {
            // A broken line names no members; it becomes a dead letter when the file is read.
            return;
        }
    }

    private static boolean fits(SourceConfiguration source, String fileName, List<String> columns) {
        RecordMapping mapping = source.mapping();
        return source.owns(fileName) && mapping != null && mapping.equals(MappingInference.infer(columns));
    }

    private static String describe(String fileName, RecordMapping mapping) {
        StringBuilder text = new StringBuilder(fileName)
                .append(": no configuration, so inferred: id ← ")
                .append(mapping.id());
        mapping.attributes().forEach((attribute, templates) -> {
            text.append(", ").append(attribute).append(" ← ");
            text.append(
                    String.join(" | ", templates.stream().map(Object::toString).toList()));
        });
        return text.toString();
    }
}
