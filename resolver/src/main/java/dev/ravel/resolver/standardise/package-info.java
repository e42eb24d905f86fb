/**
 * Brings raw values to their comparable form: a source record becomes a {@link
 * dev.ravel.resolver.standardise.StandardRecord}. Every attribute kind has one class here.
 */
@NullMarked
package dev.ravel.resolver.standardise;

import org.jspecify.annotations.NullMarked;
