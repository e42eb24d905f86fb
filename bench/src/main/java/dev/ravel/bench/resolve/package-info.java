/**
 * {@code ravel resolve} as a whole process, from files on disk to results on disk: {@code ravel bench identifiers} and {@code
 * growth}, and the process itself, which other benchmarks start too.
 */
@NullMarked
package dev.ravel.bench.resolve;

import org.jspecify.annotations.NullMarked;
