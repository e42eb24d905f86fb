/**
 * The end of the streaming job: records become micro-batches, and a micro-batch one transaction with the offsets of its
 * inputs. Dead letters are written before the offset passes them. Only {@code ResolveSink} and its writer know Flink.
 */
@NullMarked
package dev.ravel.ingest.sink;

import org.jspecify.annotations.NullMarked;
