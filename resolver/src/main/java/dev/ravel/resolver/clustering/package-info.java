/**
 * How a component is divided into entities: a pure function of its records, links and judgements.
 */
@NullMarked
package dev.ravel.resolver.clustering;

import org.jspecify.annotations.NullMarked;
