package dev.ravel.ingest;

import dev.ravel.ingest.batch.BatchJob;
import dev.ravel.ingest.batch.BatchPlan;
import dev.ravel.ingest.batch.BatchReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Resolves inputs in bulk as a Flink job.
 *
 * @param plan how
 * @param inputs paths that all tasks reach, or topics as {@code kafka://host:port[,host:port…]/topic}, read up to what they
 *     hold at the start
 * @param deadLetterDirectory where the tasks write what cannot be read, with its reason
 */
public record BatchResolution(BatchPlan plan, List<String> inputs, String deadLetterDirectory) {
    /** Memory of each task for sorting; what does not fit is sorted on disk. */
    private static final MemorySize SORTING_MEMORY_OF_A_TASK = MemorySize.ofMebiBytes(256);

    private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(128);

    public BatchResolution {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(
                    "name at least one input: a file, a directory or kafka://host:port/topic");
        }
    }

    /**
     * Runs the job on a mini-cluster inside this process and returns when the parts of the result are written.
     *
     * @param parallelism how many tasks of each kind; how the result is parted depends on it, and nothing else
     * @throws IngestException if the job failed
     */
    public BatchReport runHere(int parallelism) throws InterruptedException {
        Configuration settings = BatchJob.settings();
        settings.set(RestOptions.PORT, 0);
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, SORTING_MEMORY_OF_A_TASK.multiply(parallelism));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY);
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY);
        try {
            StreamExecutionEnvironment environment =
                    StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
            BatchReport report = run(environment);
            environment.close();
            return report;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw IngestException.of("the batch job stopped", e);
        }
    }

    /** Runs the job in an environment that was made with {@link BatchJob#settings()}. */
    BatchReport run(StreamExecutionEnvironment environment) throws Exception {
        requireEmpty(new Path(plan.output()));
        RecordSources sources = new RecordSources(plan.catalog(), Optional.empty(), OffsetsInitializer.earliest());
        new BatchJob(plan).define(environment, sources.addTo(environment, inputs), deadLetterDirectory);
        return BatchReport.of(environment.execute("ravel resolve"));
    }

    /** Parts of an earlier run with more tasks would stay among the new ones. */
    private static void requireEmpty(Path output) throws IOException {
        FileSystem files = output.getFileSystem();
        if (files.exists(output) && files.listStatus(output).length > 0) {
            throw new IOException(output + " is not empty; give a new directory for the result");
        }
    }
}
