/**
 * Tests of the API against stores in memory, over real HTTP and WebSocket.
 */
@NullMarked
package dev.ravel.api;

import org.jspecify.annotations.NullMarked;
