/**
 * Mappings for inputs that nobody has configured: what columns mean, told by their names. What was inferred is printed,
 * saved and used again, so that it is an input like any other configuration.
 */
@NullMarked
package dev.ravel.ingest.infer;

import org.jspecify.annotations.NullMarked;
