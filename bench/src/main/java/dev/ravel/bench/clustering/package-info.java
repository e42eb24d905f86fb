/** {@code ravel bench clustering}: other ways to make entities of the same scored pairs, beside the shipped one. */
@NullMarked
package dev.ravel.bench.clustering;

import org.jspecify.annotations.NullMarked;
