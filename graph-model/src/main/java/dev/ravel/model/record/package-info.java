/**
 * What one system said about one customer: the source record as received, its versions and their total order.
 * Standardised values are not here; they are the resolver's.
 */
@NullMarked
package dev.ravel.model.record;

import org.jspecify.annotations.NullMarked;
