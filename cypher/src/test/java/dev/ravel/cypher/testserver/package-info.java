/**
 * The Neo4j that integration tests of all modules run against. Shipped in this module's test jar.
 */
@NullMarked
package dev.ravel.cypher.testserver;

import org.jspecify.annotations.NullMarked;
