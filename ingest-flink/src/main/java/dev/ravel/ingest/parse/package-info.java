/**
 * Raw records become source records or dead letters: CSV fields, JSON paths, templates, times. No Flink here and no
 * store; a parser is a pure function of the raw record, the configuration and the clock.
 */
@NullMarked
package dev.ravel.ingest.parse;

import org.jspecify.annotations.NullMarked;
