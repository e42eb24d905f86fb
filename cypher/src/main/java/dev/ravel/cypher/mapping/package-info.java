/**
 * Between the resolver's types and what the graph holds: property maps on the way in, rows of statements on the way
 * out. No statement is run here.
 */
@NullMarked
package dev.ravel.cypher.mapping;

import org.jspecify.annotations.NullMarked;
