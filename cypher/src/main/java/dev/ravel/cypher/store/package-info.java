/**
 * The graph in Neo4j behind the resolver's ports: transactions with the lock protocol and their retries, what they read
 * and what they write. The Cypher is in {@code statement}, the layout of nodes in {@code mapping}.
 */
@NullMarked
package dev.ravel.cypher.store;

import org.jspecify.annotations.NullMarked;
