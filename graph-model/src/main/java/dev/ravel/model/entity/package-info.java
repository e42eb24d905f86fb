/**
 * The customer: a set of records with a stable id and its golden record with the provenance of each value.
 */
@NullMarked
package dev.ravel.model.entity;

import org.jspecify.annotations.NullMarked;
