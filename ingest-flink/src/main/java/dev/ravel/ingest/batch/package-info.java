/**
 * Bulk resolution on a Flink cluster. The operators here shuffle, group and write; what they decide is decided by the classes
 * that resolve in memory and in the stream. {@link dev.ravel.ingest.batch.BatchJob} wires them.
 */
@NullMarked
package dev.ravel.ingest.batch;

import org.jspecify.annotations.NullMarked;
