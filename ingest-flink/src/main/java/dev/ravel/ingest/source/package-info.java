/**
 * Flink's sources of raw records: files, watched directories and Kafka topics. They only cut bytes into records; parsing
 * is done behind them.
 */
@NullMarked
package dev.ravel.ingest.source;

import org.jspecify.annotations.NullMarked;
