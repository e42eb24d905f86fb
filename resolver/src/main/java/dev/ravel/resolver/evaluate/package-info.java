/**
 * How good a partition is against a truth: pairwise and B-cubed precision, recall and F1.
 */
@NullMarked
package dev.ravel.resolver.evaluate;

import org.jspecify.annotations.NullMarked;
