/**
 * The match weight of a pair under a model, and its explanation.
 */
@NullMarked
package dev.ravel.resolver.scoring;

import org.jspecify.annotations.NullMarked;
