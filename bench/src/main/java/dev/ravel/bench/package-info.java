/**
 * Benchmarks. Each measures one thing beside something else in the same run, in turns, and reports a ratio together with
 * the accuracy that it reached; a figure on a shared machine means little alone.
 */
@NullMarked
package dev.ravel.bench;

import org.jspecify.annotations.NullMarked;
