/**
 * Why two records are, or are not, one customer, and the judgements behind it.
 */
@NullMarked
package dev.ravel.api.explain;

import org.jspecify.annotations.NullMarked;
