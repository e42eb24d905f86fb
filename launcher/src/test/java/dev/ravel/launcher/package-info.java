/** Tests of the command, of the whole and of the arrows between modules. */
@NullMarked
package dev.ravel.launcher;

import org.jspecify.annotations.NullMarked;
