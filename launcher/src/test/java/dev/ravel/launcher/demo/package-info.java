/** Tests of the package of this name. */
@NullMarked
package dev.ravel.launcher.demo;

import org.jspecify.annotations.NullMarked;
