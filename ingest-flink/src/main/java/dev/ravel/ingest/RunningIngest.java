package dev.ravel.ingest;

import dev.ravel.configuration.IngestConfiguration;
import dev.ravel.ingest.sink.IngestCounters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A streaming job that runs in this process. Thread-safe. Closing it cancels it. */
public final class RunningIngest implements AutoCloseable {
    private static final Duration CANCEL_PATIENCE = Duration.ofSeconds(20);

    private final JobClient client;
    private final StreamExecutionEnvironment environment;
    private final IngestCounters counters;
    private final String loadId;
    private final List<String> notes;
    private final IngestConfiguration configuration;
    private final long startedNanos = System.nanoTime();

    RunningIngest(
            JobClient client,
            StreamExecutionEnvironment environment,
            String loadId,
            List<String> notes,
            IngestConfiguration configuration) {
        this.client = client;
        this.environment = environment;
        this.loadId = loadId;
        this.counters = IngestCounters.of(loadId);
        this.notes = List.copyOf(notes);
        this.configuration = configuration;
    }

    /** What it has done so far. */
    public IngestReport report() {
        List<String> all = new ArrayList<>(notes);
        all.addAll(counters.notes());
        return new IngestReport(
                loadId,
                counters.counts(),
                counters.inputs(),
                List.copyOf(all),
                configuration.deadLetterDirectory(),
                Duration.ofNanos(System.nanoTime() - startedNanos));
    }

    /**
     * Waits until all of the inputs is in the graph; for ever if the job watches its inputs.
     *
     * @throws IngestException if the job failed for good
     */
    public IngestReport await() throws InterruptedException {
        try {
            client.getJobExecutionResult().get();
        } catch (ExecutionException e) {
            throw IngestException.of("the load " + loadId + " stopped", e);
        } catch (CancellationException e) {
            throw IngestException.of("the load " + loadId + " was cancelled", e);
        }
        return report();
    }

    /**
     * Waits at most this long.
     *
     * @return whether the job has ended
     * @throws IngestException if it failed for good
     */
    public boolean await(Duration patience) throws InterruptedException {
        try {
            client.getJobExecutionResult().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw IngestException.of("the load " + loadId + " stopped", e);
        }
    }

    /** Cancels the job if it runs. What it has committed stays; the next run goes on from there. */
    @Override
    public void close() {
        try {
            if (!client.getJobStatus().get().isGloballyTerminalState()) {
                client.cancel().get(CANCEL_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
            environment.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            org.slf4j.LoggerFactory.getLogger(RunningIngest.class).debug("the job has ended before", e);
        } finally {
            IngestCounters.forget(loadId);
        }
    }
}
