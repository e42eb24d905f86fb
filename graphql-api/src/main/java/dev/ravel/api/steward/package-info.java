/**
 * What people do to entities: previews, the mutations, and the operations that they leave behind.
 */
@NullMarked
package dev.ravel.api.steward;

import org.jspecify.annotations.NullMarked;
