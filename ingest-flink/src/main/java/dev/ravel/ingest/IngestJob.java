package dev.ravel.ingest;

import dev.ravel.configuration.IngestConfiguration;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.ingest.parse.Parsed;
import dev.ravel.ingest.parse.RecordParser;
import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.ingest.sink.IngestPlan;
import dev.ravel.ingest.sink.ResolveSink;
import dev.ravel.ingest.source.GraphOffsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
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
        for (DataStream<RawRecord> source : sources(request, plan, ingest).addTo(environment, request.inputs())) {
            source.map(new ParseRecords(plan.catalog()))
                    .returns(TypeInformation.of(Parsed.class))
                    .name("parse")
                    .sinkTo(new ResolveSink(plan))
                    .name("resolve");
        }
    }

    private static RecordSources sources(IngestRequest request, IngestPlan plan, IngestConfiguration ingest) {
        return new RecordSources(
                plan.catalog(),
                request.watch() ? Optional.of(ingest.discoveryInterval()) : Optional.empty(),
                request.fromStart() ? OffsetsInitializer.earliest() : new GraphOffsets(plan.store()));
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
