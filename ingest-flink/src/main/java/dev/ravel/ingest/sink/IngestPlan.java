package dev.ravel.ingest.sink;

import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.resolver.settings.ResolverSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * All that the tasks of a job need, in a form that Flink can carry to them.
 *
 * @param settings what the installation decides about resolution
 * @param model the content of the model file
 * @param catalog how inputs are read
 * @param store the way to the graph
 * @param deadLetterDirectory where inputs go that cannot be taken in
 * @param batchRecords most records of a micro-batch
 * @param batchTime longest time that a record waits for its batch to fill
 * @param loadId the load that the records come with
 * @param fromStart whether to take in again what the graph's offsets say is in
 */
public record IngestPlan(
        ResolverSettings settings,
        String model,
        SourceCatalog catalog,
        StoreProvider store,
        String deadLetterDirectory,
        int batchRecords,
        Duration batchTime,
        String loadId,
        boolean fromStart)
        implements Serializable {}
