/**
 * Which records are worth comparing: the keys of a record, in the order of the blocking rules, and the candidate
 * pairs that they give.
 */
@NullMarked
package dev.ravel.resolver.blocking;

import org.jspecify.annotations.NullMarked;
