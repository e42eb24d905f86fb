/**
 * Presents how good a result is, or how it differs from another: as text, as JSON, and as one page of HTML with charts and the
 * worst mistakes explained. What is measured is measured by {@code resolver.evaluate}.
 */
@NullMarked
package dev.ravel.launcher.evaluate;

import org.jspecify.annotations.NullMarked;
