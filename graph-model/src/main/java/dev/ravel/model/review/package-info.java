/**
 * What a person should look at: doubtful pairs, blocked bridges and tripped guards.
 */
@NullMarked
package dev.ravel.model.review;

import org.jspecify.annotations.NullMarked;
