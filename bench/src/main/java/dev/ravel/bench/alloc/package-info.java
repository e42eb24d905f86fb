/** What the hot loops allocate, measured by JMH under its GC profiler. */
@NullMarked
package dev.ravel.bench.alloc;

import org.jspecify.annotations.NullMarked;
