/**
 * Joins the fields of the schema file to the functions that answer them: the typed wiring, the scalars, the arguments and
 * the limits on what one request may ask. The answers themselves are in the packages named after their subject.
 */
@NullMarked
package dev.ravel.api.schema;

import org.jspecify.annotations.NullMarked;
