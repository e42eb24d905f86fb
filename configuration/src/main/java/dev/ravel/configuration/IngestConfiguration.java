package dev.ravel.configuration;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How records stream into the graph.
 *
 * @param batchRecords most records of a micro-batch
 * @param batchTime longest time that a record waits for its batch to fill
 * @param checkpointInterval time between Flink checkpoints
 * @param parallelism parallel writers
 * @param deadLetterDirectory where inputs that could not be taken in are kept
 * @param maxAhead a record observed further in the future than this is a dead letter
 * @param discoveryInterval time between looks into a watched directory
 */
public record IngestConfiguration(
        int batchRecords,
        Duration batchTime,
        Duration checkpointInterval,
        int parallelism,
        Path deadLetterDirectory,
        Duration maxAhead,
        Duration discoveryInterval) {}
