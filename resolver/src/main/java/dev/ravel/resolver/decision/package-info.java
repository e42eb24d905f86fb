/**
 * What persons have decided about a graph, taken together: the third input of a partition, beside the records and the
 * resolution, and so what has to be carried where records are resolved anew.
 */
@NullMarked
package dev.ravel.resolver.decision;

import org.jspecify.annotations.NullMarked;
