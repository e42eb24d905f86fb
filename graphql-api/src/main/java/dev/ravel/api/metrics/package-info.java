/**
 * What is measured, in the words of Prometheus: requests by root field and outcome, calls to the store, the queues and
 * the JVM.
 */
@NullMarked
package dev.ravel.api.metrics;

import org.jspecify.annotations.NullMarked;
