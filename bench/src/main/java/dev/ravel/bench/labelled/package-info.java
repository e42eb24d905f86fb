/** Sets of records whose customers are known. */
@NullMarked
package dev.ravel.bench.labelled;

import org.jspecify.annotations.NullMarked;
