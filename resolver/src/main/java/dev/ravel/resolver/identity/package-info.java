/**
 * Who keeps which entity id when memberships change, and how new ids are minted.
 */
@NullMarked
package dev.ravel.resolver.identity;

import org.jspecify.annotations.NullMarked;
