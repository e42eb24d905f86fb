@NullMarked
package dev.ravel.resolver.train;

import org.jspecify.annotations.NullMarked;
