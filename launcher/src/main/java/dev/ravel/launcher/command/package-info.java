/**
 * The verbs of the command, one class each: what it takes, what its help says, and whom it calls.
 */
@NullMarked
package dev.ravel.launcher.command;

import org.jspecify.annotations.NullMarked;
