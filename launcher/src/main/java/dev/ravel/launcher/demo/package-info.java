/**
 * The demonstration: generated customers streamed into an embedded graph, what became of them, and checks of every
 * scenario against the truth.
 */
@NullMarked
package dev.ravel.launcher.demo;

import org.jspecify.annotations.NullMarked;
