/**
 * When a shared value is too common or too generic to be evidence.
 */
@NullMarked
package dev.ravel.resolver.suppression;

import org.jspecify.annotations.NullMarked;
