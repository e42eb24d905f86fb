/**
 * Bulk resolution in memory: the same functions over all records at once.
 */
@NullMarked
package dev.ravel.resolver.bulk;

import org.jspecify.annotations.NullMarked;
