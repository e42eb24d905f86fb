/**
 * Identity resolution as pure functions and small engines over ports. Read the packages in the order of a record's
 * journey: standardise, blocking, comparison, scoring, clustering, identity, survivorship, lineage; stream, bulk and
 * steward put them together.
 */
@NullMarked
package dev.ravel.resolver;

import org.jspecify.annotations.NullMarked;
