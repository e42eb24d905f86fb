/**
 * Checks the promises that the graph makes to itself. Each check is a named statement, or a walk over the lineage
 * events; none of them changes anything.
 */
@NullMarked
package dev.ravel.cypher.verify;

import org.jspecify.annotations.NullMarked;
