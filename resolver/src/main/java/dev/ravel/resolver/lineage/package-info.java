/**
 * The net change of each entity in a transaction, as hash-chained events.
 */
@NullMarked
package dev.ravel.resolver.lineage;

import org.jspecify.annotations.NullMarked;
