/** Tests of the package of this name. */
@NullMarked
package dev.ravel.launcher.wiring;

import org.jspecify.annotations.NullMarked;
