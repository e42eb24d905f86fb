/**
 * Customers of four systems made up from a seed, with the truth of who is who. {@link
 * dev.ravel.generator.CustomerGenerator} streams them in constant memory: an ordinary population of households and
 * outlets with the flaws of real data, and in every neighbourhood one {@link dev.ravel.generator.Scenario} of each
 * kind, labelled, so that a reader of the result can tell whether each hard case came out as it must. All of it is
 * invented; no name, number or address belongs to anybody on purpose.
 */
@NullMarked
package dev.ravel.generator;

import org.jspecify.annotations.NullMarked;
