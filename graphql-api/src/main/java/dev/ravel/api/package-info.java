/**
 * The GraphQL API of Ravel: {@link dev.ravel.api.ApiServer} serves the schema file {@code schema/ravel.graphqls} over
 * HTTP and WebSocket from the resolver's ports. The parts: {@code schema} joins fields to fetchers, {@code entity},
 * {@code steward}, {@code explain}, {@code review} and {@code feed} answer them, {@code work} keeps blocking calls off
 * the event loop, {@code http} is the edge.
 */
@NullMarked
package dev.ravel.api;

import org.jspecify.annotations.NullMarked;
