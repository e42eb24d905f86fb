/** {@code ravel bench skew}: the stream when many records share one value, in turns with an even load. */
@NullMarked
package dev.ravel.bench.skew;

import org.jspecify.annotations.NullMarked;
