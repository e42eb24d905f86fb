/** Tests of the package of this name. */
@NullMarked
package dev.ravel.launcher.command;

import org.jspecify.annotations.NullMarked;
