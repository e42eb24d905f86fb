package dev.ravel.ingest.input;

import dev.ravel.configuration.source.InputFormat;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One input: a file, or a partition of a topic.
 *
 * @param name its unique name, the key of its offset in the graph: file name, {@code #} and the fingerprint of its
 *     content, or {@code kafka:topic/partition}. A file whose content changes is a new input
 * @param label its name for people: the file name, or the topic
 * @param location where it can be read again, a path or URI; empty for a topic
 * @param format how it is written
 * @param encoding the name of its character set
 * @param delimiter the character between CSV fields
 * @param columns the CSV header, empty for JSON Lines
 * @param start the offset of its first record, after byte order mark and header
 * @param length its length in bytes; {@code Long.MAX_VALUE} if it has no end
 * @param time when its content held: the observation time of records that have none; null if the message says it
 */
public record Input(
        String name,
        String label,
        String location,
        InputFormat format,
        String encoding,
        char delimiter,
        List<String> columns,
        long start,
        long length,
        @Nullable Instant time)
        implements Serializable {
    public Input {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
    }

    /** A partition of a Kafka topic that carries JSON. */
    public static Input ofTopic(String topic, int partition) {
        return new Input(
                "kafka:" + topic + '/' + partition,
                topic,
                "",
                InputFormat.JSONL,
                "UTF-8",
                ',',
                List.of(),
                0,
                Long.MAX_VALUE,
                null);
    }

    /** Whether the input is a partition of a topic. */
    public boolean isTopic() {
        return length == Long.MAX_VALUE;
    }
}
