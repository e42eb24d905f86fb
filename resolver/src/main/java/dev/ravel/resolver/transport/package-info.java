/**
 * Records as few bytes, for the way from one process to another inside one job. Both ends run the same version, and nothing
 * is kept: what is stored for good has forms of its own.
 */
@NullMarked
package dev.ravel.resolver.transport;

import org.jspecify.annotations.NullMarked;
