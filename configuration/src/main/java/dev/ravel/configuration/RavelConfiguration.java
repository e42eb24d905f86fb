package dev.ravel.configuration;

import dev.ravel.configuration.source.SourceConfiguration;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All of {@code ravel.yaml}, complete with defaults. Immutable.
 *
 * @param resolver what the installation decides about resolution
 * @param sources the sources by name, ascending
 * @param graph where the graph is
 * @param api where the API listens
 * @param ingest how records stream in
 * @param dataDirectory where Ravel keeps what it needs to keep
 * @param modelFile the model file, if one is named
 */
public record RavelConfiguration(
        ResolverSettings resolver,
        SortedMap<String, SourceConfiguration> sources,
        GraphConfiguration graph,
        ApiConfiguration api,
        IngestConfiguration ingest,
        Path dataDirectory,
        Optional<Path> modelFile) {
    /** The model of a data directory: what {@code ravel load} puts there with a result that was trained on its input. */
    public static final String MODEL_FILE = "model.json";

    public RavelConfiguration {
        Objects.requireNonNull(resolver, "resolver");
        Objects.requireNonNull(graph, "graph");
        Objects.requireNonNull(api, "api");
        Objects.requireNonNull(ingest, "ingest");
        Objects.requireNonNull(dataDirectory, "dataDirectory");
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }

    /** The defaults, without looking at the environment. */
    public static RavelConfiguration defaults() {
        return ConfigurationReader.parse("", "defaults", Map.of());
    }

    /** The same with another place to keep things; a dead-letter directory inside the old one moves along. */
    public RavelConfiguration withDataDirectory(Path directory) {
        Path letters = ingest.deadLetterDirectory();
        if (letters.startsWith(dataDirectory)) {
            letters = directory.resolve(dataDirectory.relativize(letters));
        }
        IngestConfiguration moved = new IngestConfiguration(
                ingest.batchRecords(),
                ingest.batchTime(),
                ingest.checkpointInterval(),
                ingest.parallelism(),
                letters,
                ingest.maxAhead(),
                ingest.discoveryInterval());
        return new RavelConfiguration(resolver, sources, graph, api, moved, directory, modelFile);
    }

    /** The same with the graph elsewhere. */
    public RavelConfiguration withGraph(GraphConfiguration elsewhere) {
        return new RavelConfiguration(resolver, sources, elsewhere, api, ingest, dataDirectory, modelFile);
    }

    /** The same with the API elsewhere. */
    public RavelConfiguration withApi(ApiConfiguration elsewhere) {
        return new RavelConfiguration(resolver, sources, graph, elsewhere, ingest, dataDirectory, modelFile);
    }

    /** The same with these sources beside its own, which win where names are equal. */
    public RavelConfiguration withSources(Map<String, SourceConfiguration> more) {
        TreeMap<String, SourceConfiguration> all = new TreeMap<>(more);
        all.putAll(sources);
        return new RavelConfiguration(resolver, all, graph, api, ingest, dataDirectory, modelFile);
    }

    /** The same with another model file. */
    public RavelConfiguration withModelFile(Path file) {
        return new RavelConfiguration(resolver, sources, graph, api, ingest, dataDirectory, Optional.of(file));
    }

    /**
     * The model in force: of the file that is named, else {@value #MODEL_FILE} of the data directory, else the shipped one.
     *
     * @throws dev.ravel.resolver.error.ResolutionException if the file cannot be read, or with all that is wrong in it
     */
    public MatchModel model() {
        Path kept = dataDirectory.resolve(MODEL_FILE);
        return modelFile
                .or(() -> Files.isRegularFile(kept) ? Optional.of(kept) : Optional.empty())
                .map(MatchModel::read)
                .orElseGet(MatchModel::shipped);
    }
}
