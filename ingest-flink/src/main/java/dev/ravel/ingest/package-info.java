/**
 * Records stream into the graph: {@link dev.ravel.ingest.IngestJob} wires sources, parser and resolve sink into a Flink
 * job, {@link dev.ravel.ingest.Ingest} runs it in this process, {@link dev.ravel.ingest.IngestJobMain} on a cluster.
 */
@NullMarked
package dev.ravel.ingest;

import org.jspecify.annotations.NullMarked;
