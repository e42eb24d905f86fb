/**
 * What people do to entities: split, merge and undo, each with a reason and an expected version.
 */
@NullMarked
package dev.ravel.resolver.steward;

import org.jspecify.annotations.NullMarked;
