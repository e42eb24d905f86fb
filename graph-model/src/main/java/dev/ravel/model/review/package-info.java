/**
 * What a person should look at: doubtful pairs, blocked bridges, tripped guards, and pairs drawn for an
 * audit.
 */
@NullMarked
package dev.ravel.model.review;

import org.jspecify.annotations.NullMarked;
