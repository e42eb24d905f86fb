/** {@code ravel bench thresholds}: what the shipped thresholds and prior owe to each of the sets they were chosen by. */
@NullMarked
package dev.ravel.bench.thresholds;

import org.jspecify.annotations.NullMarked;
