/**
 * The embedded Neo4j: one program, started as a process of its own by whoever needs a graph without installing a
 * server. It knows nothing of Ravel's domain and shares no class with the other modules; they speak Bolt to it. Neo4j
 * Community is under the GPLv3, see this module's NOTICE.
 */
@NullMarked
package dev.ravel.server;

import org.jspecify.annotations.NullMarked;
