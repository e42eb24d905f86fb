/**
 * {@code ravel.yaml}: one immutable record per part of Ravel, read and validated in one place. Every key is listed in
 * {@link dev.ravel.configuration.ConfigurationKey} with its default; unknown and retired keys are errors, and all
 * problems of a file are reported at once with their lines. Nothing here opens a connection or reads customer data.
 */
@NullMarked
package dev.ravel.configuration;

import org.jspecify.annotations.NullMarked;
