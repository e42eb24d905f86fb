/** Tests of the package of this name. */
@NullMarked
package dev.ravel.launcher.bulk;

import org.jspecify.annotations.NullMarked;
