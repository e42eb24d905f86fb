/**
 * The net change of each entity in a transaction, as hash-chained events. Events name records, never their values.
 * {@link dev.ravel.resolver.lineage.EventChain} appends to an entity's chain and verifies one.
 */
@NullMarked
package dev.ravel.resolver.lineage;

import org.jspecify.annotations.NullMarked;
