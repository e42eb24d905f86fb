/**
 * How one attribute of two records agrees: string kernels and ordered comparison levels.
 */
@NullMarked
package dev.ravel.resolver.comparison;

import org.jspecify.annotations.NullMarked;
