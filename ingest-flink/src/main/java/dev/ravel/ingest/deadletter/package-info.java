/**
 * Where inputs go that cannot be taken in: files of JSON Lines, one for each input, with the reason and the bytes of
 * each. A letter is known by its input and offset, so a replay does not write it again.
 */
@NullMarked
package dev.ravel.ingest.deadletter;

import org.jspecify.annotations.NullMarked;
