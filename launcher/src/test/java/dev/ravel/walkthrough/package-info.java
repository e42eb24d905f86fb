/** The walkthrough: one record from a line of a file to a split, each stop an assertion. See docs/walkthrough.md. */
@NullMarked
package dev.ravel.walkthrough;

import org.jspecify.annotations.NullMarked;
