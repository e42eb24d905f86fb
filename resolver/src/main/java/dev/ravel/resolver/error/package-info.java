/**
 * The one exception of resolution, with a code that does not change.
 */
@NullMarked
package dev.ravel.resolver.error;

import org.jspecify.annotations.NullMarked;
