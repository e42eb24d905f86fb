/**
 * {@code ravel bench components}: the connected components of generated edges, by the resolver's union-find and by JGraphT.
 */
@NullMarked
package dev.ravel.bench.components;

import org.jspecify.annotations.NullMarked;
