/**
 * How an entity's golden record is composed from its records: which values survive, in which order, and where each came
 * from. A pure function of the records and the settings; never of the order of arrival.
 */
@NullMarked
package dev.ravel.resolver.survivorship;

import org.jspecify.annotations.NullMarked;
