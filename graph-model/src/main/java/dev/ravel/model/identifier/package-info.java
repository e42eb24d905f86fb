/**
 * Values that several records may share and that point at a customer, and the keys under which records are
 * locked, counted and found.
 */
@NullMarked
package dev.ravel.model.identifier;

import org.jspecify.annotations.NullMarked;
