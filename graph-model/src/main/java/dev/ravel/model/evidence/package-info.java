/**
 * Why two records are, or are not, the same customer: pairs, comparison levels, weights and explanations.
 */
@NullMarked
package dev.ravel.model.evidence;

import org.jspecify.annotations.NullMarked;
