/**
 * {@code ravel bench strings}: the string comparisons of the resolver beside the nearest functions of Apache Commons Text,
 * on the same random pairs, and against slow textbook versions that say whether they are right.
 */
@NullMarked
package dev.ravel.bench.strings;

import org.jspecify.annotations.NullMarked;
