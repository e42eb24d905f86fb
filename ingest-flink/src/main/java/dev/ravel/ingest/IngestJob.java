package dev.ravel.ingest;

import dev.ravel.configuration.IngestConfiguration;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.ingest.parse.Parsed;
import dev.ravel.ingest.parse.RecordParser;
import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.ingest.sink.IngestPlan;
import dev.ravel.ingest.sink.ResolveSink;
import dev.ravel.ingest.source.GraphOffsets;
import dev.ravel.ingest.source.InputFileEnumerator;
import dev.ravel.ingest.source.KafkaRecords;
import dev.ravel.ingest.source.RecordFileFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The streaming job: source → parse → resolve sink, chained, so that the records of one input pass one writer in the
 * order of their offsets. That order is what makes an offset in the graph mean "everything before this is in". There is
 * no shuffle by record key, because the order of a record's versions is settled by the resolver, not by arrival.
 */
final class IngestJob {
    private static final int MAX_FAILURES = 5;
    private static final Duration FAILURE_WINDOW = Duration.ofMinutes(5);
    private static final Duration RESTART_DELAY = Duration.ofSeconds(1);

    private IngestJob() {}

    /** The settings of the job that do not depend on where it runs. */
    static Configuration settings(IngestConfiguration ingest) {
        Configuration settings = new Configuration();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, ingest.checkpointInterval());
        settings.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(5));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "failure-rate");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_MAX_FAILURES_PER_INTERVAL, MAX_FAILURES);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_FAILURE_RATE_INTERVAL, FAILURE_WINDOW);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_DELAY, RESTART_DELAY);
        return settings;
    }

    /** Adds the job to an environment. */
    static void define(
            StreamExecutionEnvironment environment,
            IngestRequest request,
            IngestPlan plan,
            IngestConfiguration ingest) {
        environment.setParallelism(ingest.parallelism());
        environment.getConfig().enableObjectReuse();
        for (DataStream<RawRecord> source : sources(environment, request, plan, ingest)) {
            source.map(new ParseRecords(plan.catalog()))
                    .returns(TypeInformation.of(Parsed.class))
                    .name("parse")
                    .sinkTo(new ResolveSink(plan))
                    .name("resolve");
        }
    }

    private static List<DataStream<RawRecord>> sources(
            StreamExecutionEnvironment environment,
            IngestRequest request,
            IngestPlan plan,
            IngestConfiguration ingest) {
        List<DataStream<RawRecord>> sources = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        for (String input : request.inputs()) {
            Optional<KafkaTopic> topic = KafkaTopic.parse(input);
            if (topic.isPresent()) {
                sources.add(environment.fromSource(
                        topicSource(topic.get(), request, plan), WatermarkStrategy.noWatermarks(), input));
            } else {
                paths.add(new Path(input));
            }
        }
        if (!paths.isEmpty()) {
            sources.add(environment.fromSource(
                    fileSource(paths, request, plan.catalog(), ingest), WatermarkStrategy.noWatermarks(), "files"));
        }
        return sources;
    }

    private static FileSource<RawRecord> fileSource(
            List<Path> paths, IngestRequest request, SourceCatalog catalog, IngestConfiguration ingest) {
        Set<String> named = paths.stream().map(Path::getPath).collect(Collectors.toUnmodifiableSet());
        FileSource.FileSourceBuilder<RawRecord> builder = FileSource.forBulkFileFormat(
                        new RecordFileFormat(catalog), paths.toArray(Path[]::new))
                .setFileEnumerator(() -> new InputFileEnumerator(catalog, named));
        if (request.watch()) {
            builder.monitorContinuously(ingest.discoveryInterval());
        }
        return builder.build();
    }

    private static KafkaSource<RawRecord> topicSource(KafkaTopic topic, IngestRequest request, IngestPlan plan) {
        KafkaSourceBuilder<RawRecord> builder = KafkaSource.<RawRecord>builder()
                .setBootstrapServers(topic.servers())
                .setTopics(topic.topic())
                .setGroupId("ravel")
                .setProperty("partition.discovery.interval.ms", "10000")
                .setProperty("commit.offsets.on.checkpoint", "false")
                .setStartingOffsets(
                        request.fromStart() ? OffsetsInitializer.earliest() : new GraphOffsets(plan.store()))
                .setDeserializer(new KafkaRecords());
        if (!request.watch()) {
            builder.setBounded(OffsetsInitializer.latest());
        }
        return builder.build();
    }

    private static final class ParseRecords extends RichMapFunction<RawRecord, Parsed> {
        private static final long serialVersionUID = 1L;

        private final SourceCatalog catalog;
        private transient @Nullable RecordParser parser;

        ParseRecords(SourceCatalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public void open(OpenContext context) {
            parser = new RecordParser(catalog, Clock.systemUTC());
        }

        @Override
        public Parsed map(RawRecord raw) {
            if (parser == null) {
                throw new IllegalStateException("not open");
            }
            return parser.parse(raw);
        }
    }
}
