/**
 * Where a Neo4j server is and how to log in to it. Everything that opens a driver starts from a {@link
 * dev.ravel.cypher.connection.Neo4jConnection}.
 */
@NullMarked
package dev.ravel.cypher.connection;

import org.jspecify.annotations.NullMarked;
