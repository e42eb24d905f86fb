package dev.ravel.ingest.sink;

import dev.ravel.ingest.parse.Parsed;
import dev.ravel.ingest.source.FlinkFile;
import dev.ravel.resolver.stream.BatchLanes;
import java.io.IOException;
import java.time.Clock;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.MetricGroup;

/**
 * The resolve sink. Few batches are written at a time while the next is gathered, so a slow graph holds the sources back
 * instead of filling memory. It keeps no state: a batch's transaction carries the offsets of its inputs, and before a
 * checkpoint all that waits is committed. Delivery is at least once; taking a record in again changes nothing.
 */
public final class ResolveSink implements Sink<Parsed> {
    private static final long serialVersionUID = 1L;

    private final IngestPlan plan;

    public ResolveSink(IngestPlan plan) {
        this.plan = plan;
    }

    @Override
    public SinkWriter<Parsed> createWriter(WriterInitContext context) {
        IngestCounters counters = IngestCounters.of(plan.loadId());
        MetricGroup metrics = context.metricGroup().addGroup("ravel");
        metrics.gauge("newVersions", () -> counters.counts().newVersions());
        metrics.gauge("repeatedVersions", () -> counters.counts().repeated());
        metrics.gauge("leftOutKeys", () -> counters.counts().leftOutKeys());
        metrics.gauge("deadLetters", () -> counters.counts().deadLetters());
        metrics.gauge("batches", () -> counters.counts().batches());
        RecordIntake intake = new RecordIntake(plan, Clock.systemUTC(), input -> FlinkFile.at(input.location()));
        return new Writer(
                intake, context.getProcessingTimeService(), plan.batchTime().toMillis());
    }

    private static final class Writer implements SinkWriter<Parsed> {
        private final RecordIntake intake;
        private final ProcessingTimeService time;
        private final long batchMillis;
        private boolean timerSet;

        Writer(RecordIntake intake, ProcessingTimeService time, long batchMillis) {
            this.intake = intake;
            this.time = time;
            this.batchMillis = batchMillis;
        }

        @Override
        public void write(Parsed parsed, Context context) throws IOException {
            intake.accept(parsed);
            setTimer(batchMillis);
        }

        private void setTimer(long millis) {
            if (!timerSet && intake.waiting() > 0) {
                timerSet = true;
                time.registerTimer(time.getCurrentProcessingTime() + millis, this::onTimer);
            }
        }

        /** A timer may outlive the batch that set it and then closes the next one early, which does no harm. */
        private void onTimer(long at) throws IOException {
            timerSet = false;
            boolean started = intake.waiting() == 0 || intake.timeUp();
            setTimer(started ? batchMillis : Math.min(batchMillis, BatchLanes.RETRY_MILLIS));
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            intake.flush();
        }

        @Override
        public void close() {
            intake.close();
        }
    }
}
