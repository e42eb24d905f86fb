/**
 * Bulk resolution in memory: all records at once, in primitive arrays, on all cores. Only how keys, pairs and components
 * are found is of its own; what a component becomes is decided in {@code region}, as for the stream.
 */
@NullMarked
package dev.ravel.resolver.bulk;

import org.jspecify.annotations.NullMarked;
