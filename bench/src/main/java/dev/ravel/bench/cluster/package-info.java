/** {@code ravel bench cluster}: the batch job on a Flink mini-cluster beside the engine in memory. */
@NullMarked
package dev.ravel.bench.cluster;

import org.jspecify.annotations.NullMarked;
