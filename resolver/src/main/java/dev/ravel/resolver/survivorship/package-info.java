/**
 * How an entity's golden record is composed from its records.
 */
@NullMarked
package dev.ravel.resolver.survivorship;

import org.jspecify.annotations.NullMarked;
