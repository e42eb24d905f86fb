/**
 * Relations between customers: what ties two entities that are not one, such as a household or a shop's tablet. They are read
 * off the identifiers that the entities share and stored nowhere.
 */
@NullMarked
package dev.ravel.resolver.relation;

import org.jspecify.annotations.NullMarked;
