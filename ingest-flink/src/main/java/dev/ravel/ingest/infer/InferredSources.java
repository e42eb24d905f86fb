package dev.ravel.ingest.infer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ravel.configuration.ConfigurationException;
import dev.ravel.configuration.ConfigurationProblem;
import dev.ravel.configuration.ConfigurationReader;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.configuration.SourceWriter;
import dev.ravel.configuration.source.InputFormat;
import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.configuration.source.SourceConfiguration;
import dev.ravel.configuration.source.Template;
import dev.ravel.ingest.input.FramedStream;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.InputFiles;
import dev.ravel.ingest.input.InputOpener;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.ingest.input.StoredInput;
import dev.ravel.ingest.input.UnreadableFileException;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Completes a configuration with inferred sources for the files that it says nothing about. What is inferred is saved in
 * {@code inferred.yaml} of the data directory and used again as long as it fits the file's columns.
 */
public final class InferredSources {
    private static final int SAMPLE_RECORDS = 100;
    private static final int MAX_SHOWN = 200;
    private static final String FILE = "inferred.yaml";

    /** What no column is called: a mailbox, or a number or date of six digits and more. */
    private static final Pattern VALUE = Pattern.compile("\\S+@\\S+|[+(]?\\d(?:[ ().:/-]*\\d){5,}X?");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RavelConfiguration configuration;
    private final Map<String, SourceConfiguration> known;
    private final Consumer<String> notes;
    private final Map<String, SourceConfiguration> used = new TreeMap<>();
    private final List<ConfigurationProblem> unknown = new ArrayList<>();
    private final List<String> selfDescribing = new ArrayList<>();
    private final Map<String, StoredInput> drawn = new TreeMap<>();
    private boolean changed;

    private InferredSources(
            RavelConfiguration configuration, Map<String, SourceConfiguration> known, Consumer<String> notes) {
        this.configuration = configuration;
        this.known = known;
        this.notes = notes;
    }

    /**
     * The configuration with a source for every one of these inputs that needs one.
     *
     * @param inputs files and directories
     * @param notes is told what was inferred, five lines a file
     * @throws ConfigurationException naming every file that nothing says how to read: it may not hold customers at all
     */
    public static RavelConfiguration complete(
            RavelConfiguration configuration, List<Path> inputs, Consumer<String> notes) throws IOException {
        Path saved = configuration.dataDirectory().resolve(FILE);
        InferredSources inferred = new InferredSources(configuration, new TreeMap<>(load(saved)), notes);
        inferred.look(inputs);
        inferred.refuseUnknown();
        if (inferred.changed) {
            Files.createDirectories(configuration.dataDirectory());
            Files.writeString(saved, SourceWriter.write(inferred.known.values()));
            notes.accept("saved in " + saved + "; copy it into ravel.yaml to change it");
        }
        return inferred.used.isEmpty() ? configuration : configuration.withSources(inferred.used);
    }

    /**
     * The sources of these inputs by their names, from their columns alone; nothing is saved. Empty if every input says
     * itself what it holds.
     *
     * @param notes is told about every file
     * @throws ConfigurationException as {@link #complete} does, but only if no file could be read otherwise
     */
    public static Map<String, SourceConfiguration> infer(
            RavelConfiguration configuration, List<Path> inputs, Consumer<String> notes) throws IOException {
        InferredSources inferred = new InferredSources(configuration, new TreeMap<>(), notes);
        inferred.look(inputs);
        for (Map.Entry<String, StoredInput> file : inferred.drawn.entrySet()) {
            RavelConfiguration reading = configuration.withSources(inferred.used);
            notes.accept(MappingUse.of(
                    file.getValue().fileName(),
                    ColumnSample.records(file.getValue(), reading),
                    configuration.resolver()));
        }
        inferred.selfDescribing.forEach(file -> notes.accept(file + ": says itself what it holds, needs no mapping"));
        if (inferred.used.isEmpty() && inferred.selfDescribing.isEmpty()) {
            inferred.refuseUnknown();
        }
        inferred.unknown.forEach(problem -> notes.accept(problem.message()));
        return Collections.unmodifiableMap(inferred.used);
    }

    private void look(List<Path> inputs) throws IOException {
        for (Path file : InputFiles.expand(inputs, name -> isOwned(configuration, name))) {
            StoredInput stored = StoredInput.of(file);
            if (!isOwned(configuration, stored.fileName())) {
                try {
                    look(stored);
                } catch (UnreadableFileException e) {
                    unknown.add(new ConfigurationProblem(0, String.valueOf(e.getMessage())));
                }
            }
        }
    }

    private void look(StoredInput file) throws IOException {
        Optional<List<String>> columns = columnsToMap(file);
        if (columns.isEmpty()) {
            selfDescribing.add(file.fileName());
        } else if (columns.get().stream().allMatch(String::isBlank)) {
            notes.accept(file.fileName() + ": the file is empty");
        } else {
            map(file, columns.get());
        }
    }

    private void map(StoredInput file, List<String> columns) throws IOException {
        String fileName = file.fileName();
        String name = MappingInference.sourceName(fileName);
        SourceConfiguration earlier = known.get(name);
        if (earlier != null && fits(earlier, fileName, columns)) {
            notes.accept(fileName + ": read as " + FILE + " of the data directory says");
            used.put(name, earlier);
            return;
        }
        Map<String, String> byValues = byValues(file, name, columns);
        RecordMapping mapping = MappingInference.infer(columns, byValues);
        if (MappingInference.infer(columns).attributes().isEmpty()
                && columns.stream().anyMatch(column -> VALUE.matcher(column).matches())) {
            unknown.add(new ConfigurationProblem(
                    0,
                    fileName + ": the first line holds values; put one before it with the names of the columns: "
                            + shown(columns)));
            return;
        }
        if (mapping.attributes().isEmpty()) {
            unknown.add(new ConfigurationProblem(
                    0,
                    fileName + ": no column has a known meaning; map its columns (nested ones as a.b or a[].b) in"
                            + " ravel.yaml, or leave the file out: "
                            + shown(columns)));
            return;
        }
        SourceConfiguration inferred = SourceConfiguration.of(
                name, List.of(fileName), configuration.resolver().zone(), mapping);
        notes.accept(MappingDescription.of(fileName, columns, mapping, byValues.keySet()));
        drawn.put(name, file);
        known.put(name, inferred);
        used.put(name, inferred);
        changed = true;
    }

    private void refuseUnknown() {
        if (!unknown.isEmpty()) {
            throw new ConfigurationException("inputs", unknown);
        }
    }

    /** Column names for a message: a file that is no table at all must not reach a terminal as it is. */
    private static String shown(List<String> columns) {
        String text = String.join(", ", columns).replaceAll("[\\p{Cntrl}\\p{Cn}\uFFFD]", "?");
        return text.codePointCount(0, text.length()) <= MAX_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN)) + " …";
    }

    private static boolean isOwned(RavelConfiguration configuration, String fileName) {
        return configuration.sources().values().stream().anyMatch(source -> source.owns(fileName));
    }

    private static Map<String, SourceConfiguration> load(Path saved) {
        return Files.exists(saved) ? ConfigurationReader.read(saved, Map.of()).sources() : Map.of();
    }

    /** The columns of a file that does not say itself what they mean. */
    private static Optional<List<String>> columnsToMap(StoredInput file) throws IOException {
        Optional<List<String>> plain = InputOpener.plainColumns(file);
        if (plain.isPresent()) {
            return plain;
        }
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
        return source.owns(fileName)
                && mapping != null
                && mapping.equals(MappingInference.infer(columns, readByValues(mapping, columns)));
    }

    /** What the values of columns mean whose names say nothing. */
    private Map<String, String> byValues(StoredInput file, String name, List<String> columns) throws IOException {
        List<String> unknown = MappingInference.unknown(columns);
        RecordMapping named = MappingInference.infer(columns);
        if (unknown.isEmpty() && !named.attributes().containsKey(AttributeName.NAME)) {
            return Map.of();
        }
        SourceConfiguration source = SourceConfiguration.of(
                name, List.of(file.fileName()), configuration.resolver().zone(), named);
        RavelConfiguration reading = configuration.withSources(Map.of(name, source));
        Map<String, List<String>> values = ColumnSample.of(file, reading);
        Set<String> attributes = named.attributes().keySet();
        Map<String, String> found = new TreeMap<>(
                ColumnsByValues.attributes(unknown, values, attributes, LocalDate.now(Clock.systemUTC())));
        if (ColumnsByValues.areOrganizations(values, attributes)) {
            MappingInference.nameColumns(columns).forEach(column -> found.put(column, AttributeName.ORGANIZATION_NAME));
        }
        boolean hasId = !named.id().equals(Template.field(MappingInference.OFFSET));
        boolean hasAttributes = !found.isEmpty() || !named.attributes().isEmpty();
        if (!hasId && hasAttributes) {
            List<String> rest = unknown.stream()
                    .filter(column -> !found.containsKey(column))
                    .toList();
            DistinctColumn.find(file, reading, rest).ifPresent(column -> found.put(column, ColumnNames.RECORD_ID));
        }
        return found;
    }

    /** The columns that a mapping took by their values at the time. */
    private static Map<String, String> readByValues(RecordMapping mapping, List<String> columns) {
        Map<String, String> taken = new TreeMap<>();
        for (String column : MappingInference.unknown(columns)) {
            if (mapping.id().equals(Template.field(column))) {
                taken.put(column, ColumnNames.RECORD_ID);
            }
            mapping.attributes().forEach((attribute, templates) -> {
                if (templates.contains(Template.field(column))) {
                    taken.put(column, attribute);
                }
            });
        }
        if (mapping.type().equals(Template.constant(RecordType.ORGANIZATION.name()))) {
            MappingInference.nameColumns(columns).forEach(column -> taken.put(column, AttributeName.ORGANIZATION_NAME));
        }
        return taken;
    }
}
