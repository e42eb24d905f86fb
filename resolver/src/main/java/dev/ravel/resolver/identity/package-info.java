/**
 * Who keeps which entity id when memberships change, and how new ids are minted. {@link
 * dev.ravel.resolver.identity.IdAssignment} is where an entity gets its id; it is the only step of resolution that
 * knows of history, and it never influences which records are together.
 */
@NullMarked
package dev.ravel.resolver.identity;

import org.jspecify.annotations.NullMarked;
