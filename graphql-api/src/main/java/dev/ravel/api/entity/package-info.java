/**
 * Entities, their records, identifiers and events. An entity is read in one call to the store; what hangs on several
 * entities or records of one request is read for all of them at once.
 */
@NullMarked
package dev.ravel.api.entity;

import org.jspecify.annotations.NullMarked;
