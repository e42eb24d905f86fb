/**
 * What the command says and where: results on standard output, everything else on standard error; progress that
 * overwrites its line on a terminal and plain lines elsewhere.
 */
@NullMarked
package dev.ravel.launcher.console;

import org.jspecify.annotations.NullMarked;
