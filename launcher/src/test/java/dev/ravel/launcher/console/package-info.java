/** Tests of the package of this name. */
@NullMarked
package dev.ravel.launcher.console;

import org.jspecify.annotations.NullMarked;
