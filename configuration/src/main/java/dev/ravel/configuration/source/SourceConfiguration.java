package dev.ravel.configuration.source;

import java.io.Serializable;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One source: which inputs belong to it and how its records are read. Serialisable, so that a Flink job can carry it.
 *
 * @param name its name in the configuration
 * @param files patterns of the file names that belong to it
 * @param topic the Kafka topic that belongs to it; empty for none
 * @param format how it is written; null means by the file's extension
 * @param encoding the name of its character set; {@value #AUTO} to detect it
 * @param delimiter the character between CSV fields; {@value #AUTO} to detect it
 * @param delivery what a file of it holds
 * @param maxDeletedShare the largest share of its live records that one snapshot may delete, 0 to 1
 * @param zone the zone of its times written without one
 * @param asOf when its content held; null means the file's modification time
 * @param trust higher wins in survivorship
 * @param duplicateFree whether it has each customer once
 * @param mapping how a record is read; null if the input says it itself (canonical or Senzing JSON)
 */
public record SourceConfiguration(
        String name,
        List<String> files,
        String topic,
        @Nullable InputFormat format,
        String encoding,
        String delimiter,
        Delivery delivery,
        double maxDeletedShare,
        ZoneId zone,
        @Nullable Instant asOf,
        int trust,
        boolean duplicateFree,
        @Nullable RecordMapping mapping)
        implements Serializable {

    /** The word for an encoding or delimiter that is to be detected. */
    public static final String AUTO = "auto";

    /** The largest share of a source that a snapshot deletes unless configured. */
    public static final double DEFAULT_MAX_DELETED_SHARE = 0.2;

    public SourceConfiguration {
        Objects.requireNonNull(name, "name");
        files = List.copyOf(files);
        if (maxDeletedShare < 0 || maxDeletedShare > 1) {
            throw new IllegalArgumentException("maxDeletedShare must be from 0 to 1: " + maxDeletedShare);
        }
    }

    /** A delta source of files with everything else by default. */
    public static SourceConfiguration of(
            String name, List<String> files, ZoneId zone, @Nullable RecordMapping mapping) {
        return new SourceConfiguration(
                name,
                files,
                "",
                null,
                AUTO,
                AUTO,
                Delivery.DELTA,
                DEFAULT_MAX_DELETED_SHARE,
                zone,
                null,
                0,
                false,
                mapping);
    }

    /** Whether a file of this name belongs to the source. */
    public boolean owns(String fileName) {
        Path name = Path.of(fileName);
        return files.stream().anyMatch(pattern -> FileSystems.getDefault()
                .getPathMatcher("glob:" + pattern)
                .matches(name));
    }
}
