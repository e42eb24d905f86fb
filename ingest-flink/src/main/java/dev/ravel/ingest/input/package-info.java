/**
 * Inputs as bytes: what a file is called, how it is encoded, and where its records begin and end. No Flink here: the
 * streaming job and the bulk path read inputs with the same classes.
 */
@NullMarked
package dev.ravel.ingest.input;

import org.jspecify.annotations.NullMarked;
