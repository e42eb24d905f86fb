/**
 * The questions that wait for a person, and the counts of the graph.
 */
@NullMarked
package dev.ravel.api.review;

import org.jspecify.annotations.NullMarked;
