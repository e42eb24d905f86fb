package dev.ravel.resolver.standardise;

/**
 * A word of an address and what it says.
 *
 * @param text the word in its standard form
 */
record AddressWord(String text, AddressPart part) {}
