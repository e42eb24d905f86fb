/**
 * Puts the parts together for the verbs: the graph that the configuration names, the data directory and its lock, the
 * work to do when the process is told to end.
 */
@NullMarked
package dev.ravel.launcher.wiring;

import org.jspecify.annotations.NullMarked;
