/**
 * The queue of questions for people: in which order they come up, and who works on which. What an answer does to entities
 * is the steward's.
 */
@NullMarked
package dev.ravel.resolver.review;

import org.jspecify.annotations.NullMarked;
