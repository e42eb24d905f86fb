package dev.ravel.ingest;

import dev.ravel.ingest.input.RawRecord;
import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.ingest.source.InputFileEnumerator;
import dev.ravel.ingest.source.KafkaRecords;
import dev.ravel.ingest.source.RecordFileFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The sources of a job: one for each topic, and one for all files.
 *
 * @param catalog how inputs are read
 * @param watchEvery how often to look for new files, if the job goes on for ever
 * @param firstOffsets where topics are read from
 */
record RecordSources(SourceCatalog catalog, Optional<Duration> watchEvery, OffsetsInitializer firstOffsets) {
    /** Adds the sources of some inputs: paths, or topics as {@code kafka://host:port/topic}. */
    List<DataStream<RawRecord>> addTo(StreamExecutionEnvironment environment, List<String> inputs) {
        List<DataStream<RawRecord>> sources = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        for (String input : inputs) {
            Optional<KafkaTopic> topic = KafkaTopic.parse(input);
            if (topic.isPresent()) {
                sources.add(environment.fromSource(ofTopic(topic.get()), WatermarkStrategy.noWatermarks(), input));
            } else {
                paths.add(new Path(input));
            }
        }
        if (!paths.isEmpty()) {
            sources.add(environment.fromSource(ofFiles(paths), WatermarkStrategy.noWatermarks(), "files"));
        }
        return sources;
    }

    private FileSource<RawRecord> ofFiles(List<Path> paths) {
        SourceCatalog known = catalog;
        Set<String> named = paths.stream().map(Path::getPath).collect(Collectors.toUnmodifiableSet());
        FileSource.FileSourceBuilder<RawRecord> builder = FileSource.forBulkFileFormat(
                        new RecordFileFormat(known), paths.toArray(Path[]::new))
                .setFileEnumerator(() -> new InputFileEnumerator(known, named));
        watchEvery.ifPresent(builder::monitorContinuously);
        return builder.build();
    }

    private KafkaSource<RawRecord> ofTopic(KafkaTopic topic) {
        KafkaSourceBuilder<RawRecord> builder = KafkaSource.<RawRecord>builder()
                .setBootstrapServers(topic.servers())
                .setTopics(topic.topic())
                .setGroupId("ravel")
                .setProperty("partition.discovery.interval.ms", "10000")
                .setProperty("commit.offsets.on.checkpoint", "false")
                .setStartingOffsets(firstOffsets)
                .setDeserializer(new KafkaRecords());
        if (watchEvery.isEmpty()) {
            builder.setBounded(OffsetsInitializer.latest());
        }
        return builder.build();
    }
}
