package dev.ravel.ingest.parse;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.configuration.source.SourceConfiguration;
import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What parsing needs to know of the configuration. Serialisable, so that a Flink job can carry it.
 *
 * @param tenant the owner of the data
 * @param zone of times without one, where the source says none
 * @param maxAhead a record observed further in the future than this is refused
 * @param sources the sources, ascending by name
 */
public record SourceCatalog(String tenant, ZoneId zone, Duration maxAhead, List<SourceConfiguration> sources)
        implements Serializable {
    public SourceCatalog {
        sources = List.copyOf(sources);
    }

    /** What a configuration says. */
    public static SourceCatalog of(RavelConfiguration configuration) {
        return new SourceCatalog(
                configuration.resolver().tenant(),
                configuration.resolver().zone(),
                configuration.ingest().maxAhead(),
                List.copyOf(configuration.sources().values()));
    }

    /** The first source that a file of this name belongs to. */
    public Optional<SourceConfiguration> ofFile(String fileName) {
        return sources.stream().filter(source -> source.owns(fileName)).findFirst();
    }

    /** The source that a topic belongs to. */
    public Optional<SourceConfiguration> ofTopic(String topic) {
        return sources.stream().filter(source -> source.topic().equals(topic)).findFirst();
    }
}
