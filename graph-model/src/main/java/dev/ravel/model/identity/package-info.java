/**
 * Who is who: the keys of source records and the ids of entities. Nothing here knows what a record contains.
 */
@NullMarked
package dev.ravel.model.identity;

import org.jspecify.annotations.NullMarked;
