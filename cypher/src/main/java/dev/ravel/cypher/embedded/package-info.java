/**
 * The embedded Neo4j from the outside: starts the program of module graph-server as a process of its own, finds one
 * that already runs on a data directory, and stops what it started. No class of the server is used here.
 */
@NullMarked
package dev.ravel.cypher.embedded;

import org.jspecify.annotations.NullMarked;
