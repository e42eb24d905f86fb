package dev.ravel.resolver.store;

/**
 * A question that closes.
 *
 * @param item the id of the review item; one that was never asked changes nothing
 * @param cause the operation that answers it, or the operation or load that makes it moot
 */
public record ReviewClosing(String item, String cause) {}
