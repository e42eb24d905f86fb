/**
 * What went wrong, for programs: the stable codes, the one table from the resolver's codes to them, and the places where
 * failures become errors of an answer without telling how the server is made.
 */
@NullMarked
package dev.ravel.api.error;

import org.jspecify.annotations.NullMarked;
