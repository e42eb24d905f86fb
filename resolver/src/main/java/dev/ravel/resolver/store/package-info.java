/**
 * The ports: what resolution needs of a store, and the in-memory store that tests and small runs use.
 */
@NullMarked
package dev.ravel.resolver.store;

import org.jspecify.annotations.NullMarked;
