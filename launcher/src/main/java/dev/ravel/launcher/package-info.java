/**
 * The {@code ravel} command: its entry, its exit codes and its one kind of error for users. The verbs are in {@code
 * command}, one thin class each; they wire the other modules together and hold no logic of resolution.
 */
@NullMarked
package dev.ravel.launcher;

import org.jspecify.annotations.NullMarked;
