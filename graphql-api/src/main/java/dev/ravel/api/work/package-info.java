/**
 * The threads on which the store is called. Reads and writes have their own, each behind a bounded queue, so that the
 * event loop never blocks and neither starves the other.
 */
@NullMarked
package dev.ravel.api.work;

import org.jspecify.annotations.NullMarked;
