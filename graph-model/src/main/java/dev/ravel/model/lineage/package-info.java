/**
 * What happened to entities: one event per changed entity and transaction, hash-chained, free of values.
 */
@NullMarked
package dev.ravel.model.lineage;

import org.jspecify.annotations.NullMarked;
