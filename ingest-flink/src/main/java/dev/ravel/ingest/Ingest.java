package dev.ravel.ingest;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.ingest.infer.InferredSources;
import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.ingest.sink.IngestPlan;
import dev.ravel.ingest.sink.StoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the streaming job on a Flink mini-cluster inside this process. */
public final class Ingest {
    private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(8);
    private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(16);

    private Ingest() {}

    /**
     * Takes in what the inputs hold and returns when all of it is in the graph.
     *
     * @throws IngestException if the job failed for good; what it had committed stays, and running it again goes on
     *     from there
     */
    public static IngestReport run(IngestRequest request, RavelConfiguration configuration, StoreProvider store)
            throws InterruptedException {
        try (RunningIngest running = start(request, configuration, store)) {
            return running.await();
        }
    }

    /**
     * Starts the job and returns at once.
     *
     * @throws IngestException if it cannot be started, with what to do about it
     */
    public static RunningIngest start(IngestRequest request, RavelConfiguration configuration, StoreProvider store) {
        List<String> notes = new ArrayList<>();
        RavelConfiguration complete = withInferredSources(request, configuration, notes);
        IngestPlan plan = plan(request, complete, store);
        Configuration settings = IngestJob.settings(complete.ingest());
        settings.set(RestOptions.PORT, 0);
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY);
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY);
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY);
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                complete.dataDirectory()
                        .resolve("checkpoints")
                        .toAbsolutePath()
                        .toUri()
                        .toString());
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(settings);
        IngestJob.define(environment, request, plan, complete.ingest());
        try {
            JobClient client = environment.executeAsync("ravel ingest " + request.loadId());
            return new RunningIngest(client, environment, request.loadId(), notes, complete.ingest());
        } catch (Exception e) {
            throw IngestException.of("the streaming job could not be started", e);
        }
    }

    static IngestPlan plan(IngestRequest request, RavelConfiguration configuration, StoreProvider store) {
        return new IngestPlan(
                configuration.resolver(),
                configuration.model().text(),
                SourceCatalog.of(configuration),
                store,
                configuration.ingest().deadLetterDirectory().toAbsolutePath().toString(),
                configuration.ingest().batchRecords(),
                configuration.ingest().batchTime(),
                request.loadId(),
                request.fromStart());
    }

    /** Checks that local inputs are there and infers what nothing says about them. */
    private static RavelConfiguration withInferredSources(
            IngestRequest request, RavelConfiguration configuration, List<String> notes) {
        List<Path> local = request.inputs().stream()
                .filter(input -> KafkaTopic.parse(input).isEmpty() && !input.contains("://"))
                .map(Path::of)
                .toList();
        try {
            for (Path path : local) {
                if (!Files.exists(path)) {
                    throw new NoSuchFileException(path.toString());
                }
            }
            return InferredSources.complete(configuration, local, notes::add);
        } catch (NoSuchFileException e) {
            throw new IngestException("no such file or directory: " + e.getFile(), e);
        } catch (IOException e) {
            throw IngestException.of("the inputs cannot be read", e);
        }
    }
}
