@NullMarked
package dev.ravel.resolver.relation;

import org.jspecify.annotations.NullMarked;
