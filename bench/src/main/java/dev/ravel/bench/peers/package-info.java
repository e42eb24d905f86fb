/**
 * {@code ravel bench duke}, {@code splink} and {@code dedupe}: other products that resolve records, and Ravel without any
 * configuration, on the same labelled sets, each as a process of its own. What each is told about a column follows from what
 * kind of column it is, in one place; its threshold is the one that turns out best, which Ravel is not given.
 */
@NullMarked
package dev.ravel.bench.peers;

import org.jspecify.annotations.NullMarked;
