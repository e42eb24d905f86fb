/** Neo4j's graph data science library as a peer, in a process of its own. */
@NullMarked
package dev.ravel.bench.gds;

import org.jspecify.annotations.NullMarked;
