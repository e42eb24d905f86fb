/**
 * How the records of a source are read: which inputs belong to it, how they are written, and which attribute of a
 * record comes from which columns or paths. Plain serialisable values; reading itself is done where inputs are read.
 */
@NullMarked
package dev.ravel.configuration.source;

import org.jspecify.annotations.NullMarked;
