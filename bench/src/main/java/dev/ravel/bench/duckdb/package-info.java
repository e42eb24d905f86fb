/**
 * {@code ravel bench duckdb}: the bulk path beside DuckDB, which finds, scores and accepts the same pairs of the same people
 * by SQL. The SQL is in {@code score.sql}, with a reason for each choice.
 */
@NullMarked
package dev.ravel.bench.duckdb;

import org.jspecify.annotations.NullMarked;
