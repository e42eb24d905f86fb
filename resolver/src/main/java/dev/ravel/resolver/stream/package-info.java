/**
 * The stream: a micro-batch of record versions becomes one transaction on the store.
 */
@NullMarked
package dev.ravel.resolver.stream;

import org.jspecify.annotations.NullMarked;
