package dev.ravel.resolver.standardise;

/**
 * The number of a document or account in its comparable form.
 *
 * @param scope the country, state or system in which the number is unique; empty if not said
 * @param value the number, letters in upper case, without blanks and marks
 * @param partial whether only a part of the number is known, so that it corroborates and no more
 */
record StandardDocument(String scope, String value, boolean partial) {}
