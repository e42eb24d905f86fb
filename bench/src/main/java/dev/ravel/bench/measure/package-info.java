/**
 * How benchmarks measure and what they print: rows, processor time, memory, accuracy, and two sides run in turns. A
 * benchmark has a package of its own, or one class in the package above; this one knows none of them.
 */
@NullMarked
package dev.ravel.bench.measure;

import org.jspecify.annotations.NullMarked;
