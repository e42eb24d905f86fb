/**
 * Why two records are one customer, or are not, from the stored graph.
 */
@NullMarked
package dev.ravel.resolver.explain;

import org.jspecify.annotations.NullMarked;
