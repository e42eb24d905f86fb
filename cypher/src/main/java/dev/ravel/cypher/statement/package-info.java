/**
 * Every Cypher statement of Ravel: one resource file each, declared once with its parameters in {@link
 * dev.ravel.cypher.statement.Statement}. No other package contains Cypher, except the schema's migrations.
 */
@NullMarked
package dev.ravel.cypher.statement;

import org.jspecify.annotations.NullMarked;
