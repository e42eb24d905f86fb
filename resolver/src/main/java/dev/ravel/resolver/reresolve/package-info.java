/**
 * Takes a graph from one resolution to another: what a changed model or configuration would do to the entities, and the
 * doing of it, with all judgements and ids kept.
 */
@NullMarked
package dev.ravel.resolver.reresolve;

import org.jspecify.annotations.NullMarked;
