/**
 * The first load of an empty graph without a server: files that Neo4j's own importer takes ({@code neo4j-admin database
 * import full}), and running that importer on the data directory of the embedded server.
 */
@NullMarked
package dev.ravel.cypher.offline;

import org.jspecify.annotations.NullMarked;
