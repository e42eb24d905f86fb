/** Generated records that are plainer than those of the generator, for comparisons with what can do less. */
@NullMarked
package dev.ravel.bench.people;

import org.jspecify.annotations.NullMarked;
