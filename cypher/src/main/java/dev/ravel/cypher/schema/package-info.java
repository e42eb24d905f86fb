/**
 * The graph's schema: numbered migrations, each a resource {@code V001__name.cypher} beside this package, applied once
 * and in order. What has been applied is recorded in the graph as {@code (:Migration)} nodes.
 */
@NullMarked
package dev.ravel.cypher.schema;

import org.jspecify.annotations.NullMarked;
