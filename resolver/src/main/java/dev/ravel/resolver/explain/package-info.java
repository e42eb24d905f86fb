/**
 * Why two records are one customer, from the stored graph.
 */
@NullMarked
package dev.ravel.resolver.explain;

import org.jspecify.annotations.NullMarked;
