/** Where on earth something is. */
@NullMarked
package dev.ravel.model.location;

import org.jspecify.annotations.NullMarked;
