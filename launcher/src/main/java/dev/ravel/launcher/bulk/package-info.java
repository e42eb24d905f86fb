/**
 * The files of a bulk result: written into a temporary directory, forced to disk and moved into place, so that a result
 * is there as a whole or not at all; read again by {@code load}.
 */
@NullMarked
package dev.ravel.launcher.bulk;

import org.jspecify.annotations.NullMarked;
