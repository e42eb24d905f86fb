/**
 * Relay connections: opaque cursors, pages and their sizes.
 */
@NullMarked
package dev.ravel.api.paging;

import org.jspecify.annotations.NullMarked;
