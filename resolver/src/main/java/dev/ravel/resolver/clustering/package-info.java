/**
 * How a component is divided into entities: a pure function of its records, its accepted links and the standing
 * judgements. {@link dev.ravel.resolver.clustering.Clustering} is the whole of it; the guards each have a class. Nothing
 * here knows of history, ids or stores.
 */
@NullMarked
package dev.ravel.resolver.clustering;

import org.jspecify.annotations.NullMarked;
